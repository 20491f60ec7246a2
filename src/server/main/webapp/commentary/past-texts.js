// @ts-check
/** @typedef {import('./text-store.js').Sent} Sent */
/** @typedef {import('./text-store.js').TopicName} TopicName */

const ANSWER_WITHIN = 10_000;
const PAGE = 10;

/** Older texts, a page at a time. */
export class PastTexts {
  /** Whether there may be more. */ more = true;
  #next;

  /**
   * @param {TopicName} topic
   * @param {string} symbol empty for all
   * @param {string} language of texts for everybody; answers come in any
   */
  constructor(topic, symbol, language) {
    const parameters = new URLSearchParams({ topic, limit: String(PAGE) });
    if (symbol) parameters.set('symbol', symbol);
    if (topic === 'commentary') parameters.set('language', language);
    this.#next = new URL(`api/commentary?${parameters}`, document.baseURI);
  }

  /** @returns {Promise<Sent[]>} the next page */
  async fetch() {
    const response = await fetch(this.#next, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    if (!response.ok) throw new Error(`${this.#next} was answered with ${response.status}`);
    const next = /<([^>]*)>;\s*rel="?next"?/.exec(response.headers.get('Link') ?? '');
    this.more = next !== null;
    if (next) this.#next = new URL(next[1], this.#next);
    return response.json();
  }
}
