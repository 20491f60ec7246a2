// @ts-check

/**
 * @typedef {object} Instrument
 * @property {string} symbol
 * @property {string} name
 * @property {string} currency
 * @property {number} tickSize
 */

/**
 * A quote as the wire carries it. Replayed trades have no bid and ask; their `sourceTime` is the recording's.
 * @typedef {object} Quote
 * @property {string} symbol
 * @property {number} last
 * @property {number} [bid]
 * @property {number} [ask]
 * @property {number} [change]
 * @property {number} [changePercent]
 * @property {number} [volume]
 * @property {number} seq
 * @property {string} time
 * @property {string} [sourceTime]
 * @property {'trading' | 'halted' | 'stale' | 'closed'} status
 */

/**
 * The instruments and the latest quote of each. Fires `instruments` when their set is replaced, `recorded` when the
 * prices turn out to be a recording or not, and an event named like the symbol when that has a newer quote.
 */
export class QuoteStore extends EventTarget {
  /** Whether the quotes are recorded trades, played again. */ recorded = false;
  /** @type {Map<string, Instrument>} */ #instruments = new Map();
  /** @type {Map<string, {quote: Quote, epoch: string}>} */ #latest = new Map();

  /** In the server's order. */
  get instruments() {
    return [...this.#instruments.values()];
  }

  /** @param {Instrument[]} instruments all there are from now on */
  replaceInstruments(instruments) {
    this.#instruments = new Map(instruments.map((one) => [one.symbol, one]));
    for (const symbol of this.#latest.keys()) {
      if (!this.#instruments.has(symbol)) this.#latest.delete(symbol);
    }
    this.dispatchEvent(new Event('instruments'));
  }

  /** @param {string} symbol */
  quote(symbol) {
    return this.#latest.get(symbol)?.quote;
  }

  /**
   * Quotes of instruments not yet known are kept: the stream can be faster than the list.
   * @param {Quote} quote
   * @param {string} epoch in which its `seq` counts
   */
  receive(quote, epoch) {
    const known = this.#latest.get(quote.symbol);
    if (known?.epoch === epoch && known.quote.seq >= quote.seq) return;
    this.#latest.set(quote.symbol, { quote, epoch });
    this.dispatchEvent(new Event(quote.symbol));
    const recorded = quote.sourceTime !== undefined;
    if (recorded === this.recorded) return;
    this.recorded = recorded;
    this.dispatchEvent(new Event('recorded'));
  }
}

/** The quotes that this page shows. */
export const quotes = new QuoteStore();
