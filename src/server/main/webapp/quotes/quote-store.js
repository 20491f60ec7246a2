// @ts-check
import { nameOf } from '../core/words.js';

/** The market of an instrument that has none (ISO 10383). */
export const NO_MARKET = 'XXXX';

/**
 * @typedef {object} Instrument
 * @property {string} symbol
 * @property {string} name
 * @property {string} sector
 * @property {string} mic
 * @property {string} currency
 * @property {number} tickSize
 * @property {number} [shares] outstanding, in millions; 0 where unknown
 */

/**
 * A quote as the server sends it, with the fields that this page calculates with. Replayed trades have no bid and ask; their
 * `sourceTime` is that of the recording.
 * @typedef {object} KnownFields
 * @property {string} symbol
 * @property {number} last
 * @property {number} [lastSize]
 * @property {number} [bid]
 * @property {number} [ask]
 * @property {number} [bidSize]
 * @property {number} [askSize]
 * @property {number} [open]
 * @property {number} [high]
 * @property {number} [low]
 * @property {number} [previousClose]
 * @property {number} [change]
 * @property {number} [changePercent]
 * @property {number} [volume]
 * @property {number} seq
 * @property {string} time
 * @property {string} [sourceTime]
 * @property {'trading' | 'halted' | 'stale' | 'closed'} status
 */

/** @typedef {KnownFields & Record<string, any>} Quote */
/** @typedef {'up' | 'down' | 'same'} Direction */
/** @typedef {{quote: Quote, confirmed: boolean, at: number, move: Direction}} Entry with the quote's time in milliseconds, and how the price changed last */

/**
 * The instruments, and the latest quote of each. Fires `instruments` when they are replaced, `recorded` when
 * the day of a recording is another one, and an event with the name of a symbol when that has a new quote.
 */
export class QuoteStore extends EventTarget {
  /** The day on which replayed quotes were recorded, such as `2013-11-25`; empty if they are not. */ recorded = '';
  /** How many quotes have arrived. */ received = 0;
  /** How many changes were merged into later ones. */ merged = 0;
  /** @type {Map<string, Instrument>} */ #instruments = new Map();
  /** @type {Map<string, Entry>} */ #latest = new Map();
  /** @type {Map<Quote['status'], number>} */ #statuses = new Map();
  /** The events that anybody has ever listened to: most symbols are far from the screen, and nobody does. @type {Set<string>} */ #wanted = new Set();

  /** @type {EventTarget['addEventListener']} */
  addEventListener(type, listener, options) {
    this.#wanted.add(type);
    super.addEventListener(type, listener, options);
  }

  /** How many instruments there are. */
  get size() {
    return this.#instruments.size;
  }

  /** In the server's order. */
  get instruments() {
    return [...this.#instruments.values()];
  }

  /** @param {string} symbol */
  instrument(symbol) {
    return this.#instruments.get(symbol);
  }

  /** @param {Instrument[]} instruments which replace all others */
  replaceInstruments(instruments) {
    const before = this.#instruments;
    // One that is as before stays the same object: what is made for it stays too.
    this.#instruments = new Map(instruments.map((one) => {
      const known = before.get(one.symbol);
      return [one.symbol, JSON.stringify(known) === JSON.stringify(one) ? /** @type {Instrument} */ (known) : one];
    }));
    for (const [symbol, entry] of this.#latest) {
      if (this.#instruments.has(symbol)) continue;
      this.#count(entry.quote.status, -1);
      this.#latest.delete(symbol);
    }
    this.dispatchEvent(new Event('instruments'));
  }

  /** @param {string} symbol */
  quote(symbol) {
    return this.#latest.get(symbol)?.quote;
  }

  /**
   * The latest quote with its time. After a restart it is not confirmed until the server has sent it again.
   * @param {string} symbol
   */
  entry(symbol) {
    return this.#latest.get(symbol);
  }

  /** @param {Quote['status']} status @returns {number} how many of the latest quotes have this status */
  having(status) {
    return this.#statuses.get(status) ?? 0;
  }

  /** All quotes come again, perhaps with new sequence numbers. Until then, none of them is confirmed. */
  beginAnew() {
    for (const [symbol, entry] of this.#latest) {
      entry.confirmed = false;
      this.dispatchEvent(new Event(symbol));
    }
  }

  /**
   * Keeps quotes of unknown instruments too: the stream can be faster than the list of instruments.
   * @param {Quote} quote
   */
  receive(quote) {
    const known = this.#latest.get(quote.symbol);
    if (known?.confirmed && known.quote.seq >= quote.seq) return;
    this.received++;
    if (known?.confirmed) this.merged += quote.seq - known.quote.seq - 1;
    const at = Date.parse(quote.time);
    if (known) this.#count(known.quote.status, -1);
    this.#count(quote.status, 1);
    const move = direction(quote.last - (known?.quote.last ?? quote.last));
    this.#latest.set(quote.symbol, { quote, at, confirmed: true, move: move === 'same' ? (known?.move ?? move) : move });
    // Until the first trade of the day, these are the previous close (protocol.md).
    if (!quote.volume && !quote.sourceTime) quote.open = quote.high = quote.low = undefined;
    if (this.#wanted.has(quote.symbol)) this.dispatchEvent(new Event(quote.symbol));
    const recorded = quote.sourceTime?.slice(0, 10) ?? '';
    if (recorded === this.recorded) return;
    this.recorded = recorded;
    this.dispatchEvent(new Event('recorded'));
  }

  /**
   * @param {Quote['status']} status
   * @param {number} by
   */
  #count(status, by) {
    this.#statuses.set(status, this.having(status) + by);
  }
}

/** @param {number} difference @returns {Direction} */
export function direction(difference) {
  if (difference > 0) return 'up';
  return difference < 0 ? 'down' : 'same';
}

/**
 * The name of an instrument in the visitor's language, where the page knows it.
 * @param {Instrument} instrument
 */
export function companyName({ name }) {
  return nameOf('company', name);
}

/** The quotes of this page. */
export const quotes = new QuoteStore();
