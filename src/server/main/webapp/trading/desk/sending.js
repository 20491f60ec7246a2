// @ts-check
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { trading } from './trading-store.js';

/** @typedef {import('./trading-store.js').Order} Order */
/** @typedef {import('../../core/send.js').Reply} Reply */
/** @typedef {Pick<Order, 'symbol' | 'side' | 'ordType' | 'timeInForce' | 'orderQty' | 'price' | 'stopPx'>} Wanted what is asked for */

const KEPT = 'tickertape.orders';
// Whether it has arrived is asked at once, and a while later each time.
const AGAIN_AFTER = [1000, 2000, 4000, 8000];

/**
 * An order on its way to the server, with an id of its own: however often it is sent, it is one order. It is kept in this tab
 * until it is known what became of it, also through a reload.
 *
 * Fires `change`.
 */
export class Sending extends EventTarget {
  /** `unsure` as long as nobody knows whether it has arrived. @type {'sending' | 'unsure' | 'sent' | 'refused'} */ state = 'sending';
  /** @type {Order | undefined} */ order;
  /** Why it was refused. @type {Reply | undefined} */ refusal;
  /** Whether it is sent again by itself. */ trying = true;
  #clOrdId;
  #wanted;
  #settled = new AbortController();

  /** @param {Wanted} wanted @param {string} [clOrdId] of one that was sent before the page was loaded */
  constructor(wanted, clOrdId = newId()) {
    super();
    this.#wanted = wanted;
    this.#clOrdId = clOrdId;
    // The stream may be faster than the answer.
    trading.addEventListener('change', () => this.#look(), { signal: this.#settled.signal });
  }

  get wanted() {
    return this.#wanted;
  }

  /** Whether it is known what became of it. */
  get settled() {
    return this.state === 'sent' || this.state === 'refused';
  }

  /** Sends it, and again while there is no answer. */
  async send() {
    this.#keep();
    this.#become('sending', true);
    for (const wait of [...AGAIN_AFTER, 0]) {
      const reply = await send('POST', 'api/orders', { clOrdId: this.#clOrdId, ...this.#wanted });
      if (this.#settled.signal.aborted) return;
      if (reply.status === 200 || reply.status === 201) return this.#arrived(reply.data);
      // A gateway that answers for the server gives no reason.
      if (reply.data.reason || (reply.status !== 0 && reply.status < 500)) return this.#refused(reply);
      this.#become('unsure', wait > 0);
      if (!wait) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(wait, reply.wait)));
      if (this.#settled.signal.aborted) return;
    }
  }

  /** Asks what became of one that was sent before the page was loaded: it is not sent again unasked, since prices have moved. */
  async find() {
    this.#become('unsure', true);
    const { symbol } = this.#wanted;
    const reply = await send('GET', `api/orders?state=all&limit=100&symbol=${encodeURIComponent(symbol)}`);
    if (this.#settled.signal.aborted) return;
    const found = reply.status === 200 ? reply.data.find((/** @type {Order} */ { clOrdId }) => clOrdId === this.#clOrdId) : undefined;
    if (found) this.#arrived(found);
    else this.#become('unsure', false);
  }

  /** Gives it up: the visitor does not want it any more. */
  forget() {
    this.#settle();
  }

  #look() {
    const order = trading.sent(this.#clOrdId);
    if (order) this.#arrived(order);
  }

  /** @param {Order} order */
  #arrived(order) {
    this.#settle();
    this.order = order;
    this.#become('sent', false);
    trading.take(order);
  }

  /** @param {Reply} reply */
  #refused(reply) {
    this.#settle();
    this.refusal = reply;
    this.#become('refused', false);
  }

  #settle() {
    this.#settled.abort();
    this.#keep(false);
  }

  #keep(wanted = true) {
    const others = kept().filter(({ clOrdId }) => clOrdId !== this.#clOrdId);
    const own = { visitor: stream.visitor, clOrdId: this.#clOrdId, wanted: this.#wanted };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(wanted ? [...others, own] : others));
    } catch {
      // The browser keeps nothing: it lasts as long as the page.
    }
  }

  /** @param {Sending['state']} state @param {boolean} trying */
  #become(state, trying) {
    this.state = state;
    this.trying = trying;
    this.dispatchEvent(new Event('change'));
  }
}

/** Those of this tab whose fate was not known when the page was left; they are the visitor's own. @returns {Sending[]} */
export function unsettled() {
  return kept().filter(({ visitor }) => visitor === stream.visitor).map(({ wanted, clOrdId }) => new Sending(wanted, clOrdId));
}

/** @returns {{visitor: string, clOrdId: string, wanted: Wanted}[]} */
function kept() {
  try {
    return [...JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')];
  } catch {
    return [];
  }
}

/** As no other order has it. Over plain HTTP there is no `randomUUID`. */
function newId() {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))).replaceAll('+', '-').replaceAll('/', '_');
}
