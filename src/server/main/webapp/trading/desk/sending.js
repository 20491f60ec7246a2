// @ts-check
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { trading } from './trading-store.js';

/** @typedef {import('./trading-store.js').Order} Order */
/** @typedef {import('../../core/send.js').Reply} Reply */
/** @typedef {Pick<Order, 'symbol' | 'side' | 'ordType' | 'timeInForce' | 'orderQty' | 'price' | 'stopPx'>} Wanted what is asked for */

const KEPT = 'tickertape.orders';
// So long it is sent again by itself: then prices have moved, and the visitor is asked.
const TRIED_FOR = 15_000;
const ANSWER_WITHIN = 4000;
// The first wait, which is twice as long each time; and the least time in which there may be an answer.
const PAUSE = 1000;

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
  /** Whether it was sent without an answer: it may have arrived, though its repeat is refused. */ #unanswered = false;
  #clOrdId;
  #wanted;
  #settled = new AbortController();
  #forgotten = new AbortController();

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

  /** Sends it, and again while there is no answer, for a few seconds. The clock also counts those that a machine sleeps. */
  async send() {
    this.#keep();
    this.#become('sending', true);
    const end = Date.now() + TRIED_FOR;
    for (let wait = PAUSE, left = TRIED_FOR; left >= PAUSE; wait *= 2, left = end - Date.now()) {
      const signal = AbortSignal.any([this.#forgotten.signal, AbortSignal.timeout(Math.min(ANSWER_WITHIN, left))]);
      const reply = await send('POST', 'api/orders', { clOrdId: this.#clOrdId, ...this.#wanted }, signal);
      if (this.#settled.signal.aborted) return;
      if (reply.status === 200 || reply.status === 201) return this.#arrived(reply.data);
      const refused = isRefusal(reply);
      if (refused && (!this.#unanswered || isOfTheBooks(reply))) return this.#refused(reply);
      this.#unanswered = true;
      this.#become('unsure', true);
      if (refused) await this.#lookUp();
      const pause = Math.min(Math.max(wait, reply.wait), end - Date.now());
      if (!this.#settled.signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.#settled.signal.aborted) return;
    }
    this.#become('unsure', false);
  }

  /** Asks what became of one that was sent before the page was loaded: it is not sent again unasked, since prices have moved. */
  async find() {
    this.#unanswered = true;
    this.#become('unsure', true);
    await this.#lookUp();
    if (!this.#settled.signal.aborted) this.#become('unsure', false);
  }

  /** Looks for it among the orders that the server has. */
  async #lookUp() {
    const { symbol } = this.#wanted;
    const reply = await send('GET', `api/orders?state=all&limit=100&symbol=${encodeURIComponent(symbol)}`, undefined, AbortSignal.timeout(ANSWER_WITHIN));
    if (this.#settled.signal.aborted) return;
    const found = reply.status === 200 ? reply.data.find((/** @type {Order} */ { clOrdId }) => clOrdId === this.#clOrdId) : undefined;
    if (found) this.#arrived(found);
  }

  /** Gives it up, also what is under way: the visitor does not want it any more. */
  forget() {
    this.#settle();
    this.#forgotten.abort();
  }

  /** Leaves it as it is, as the visitor leaves: who comes back finds out. */
  leave() {
    this.#settled.abort();
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

/** Whether the server has said no. A gateway that answers for it gives no reason. @param {Reply} reply */
function isRefusal({ status, data }) {
  return data.reason || (status !== 0 && status < 500);
}

/** Whether the books have said so, which know an order by its id: others refuse before anybody looks there. @param {Reply} reply */
function isOfTheBooks({ status, data }) {
  return data.reason && [400, 409, 422].includes(status);
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
