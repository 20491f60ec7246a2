// @ts-check
import { stream } from '../core/stream.js';

/** @typedef {{number: number, symbol: string, text: string, price?: number, time: string}} Memo */

const MOST = 500;

/** The latest memos that this page knows. Fires `change`. */
class MemoStore extends EventTarget {
  /** @type {Map<number, Memo>} */ #memos = new Map();

  constructor() {
    super();
    stream.subscribe('memo', (memo) => this.#add([memo]));
    stream.addEventListener('gap', () => this.#fetch());
    this.#fetch();
  }

  /** In the order in which they were written. */
  get all() {
    return [...this.#memos.values()].sort((one, other) => one.number - other.number);
  }

  /**
   * @param {string} symbol
   * @param {string} text
   * @returns {Promise<string>} why it failed; empty if it did not
   */
  async write(symbol, text) {
    const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` };
    const response = await fetch('api/memos', { method: 'POST', headers, body: JSON.stringify({ symbol, text }) });
    return response.ok ? '' : (await response.json()).detail;
  }

  // The stream carries only what is new.
  async #fetch() {
    const response = await fetch('api/memos', { headers: { Accept: 'application/json' } });
    if (response.ok) this.#add(await response.json());
  }

  /** @param {Memo[]} memos */
  #add(memos) {
    for (const memo of memos) this.#memos.set(memo.number, memo);
    for (const { number } of this.all.slice(0, -MOST)) this.#memos.delete(number);
    this.dispatchEvent(new Event('change'));
  }
}

/** The memos that all parts of the page share. */
export const memos = new MemoStore();
