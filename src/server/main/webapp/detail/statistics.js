// @ts-check
import { make, setText } from '../core/dom.js';
import { amount, compact, decimals, digits, NO_VALUE } from '../core/formats.js';
import { say } from '../core/words.js';
import { spread } from '../quotes/columns.js';
import { quotes } from '../quotes/quote-store.js';
import { trades } from './trade-store.js';

const NAMES = ['open', 'previousClose', 'low', 'high', 'volume', 'turnover', 'spread', 'basisPoints', 'vwap', 'pace', 'cap', 'seq'];

/** One instrument's figures, each with its name. */
export class Statistics {
  element = make('dl', { class: 'statistics' });
  /** @type {Record<string, Text>} */ #texts = {};

  constructor() {
    for (const name of NAMES) {
      this.#texts[name] = document.createTextNode(NO_VALUE);
      this.element.append(make('div', {}, make('dt', {}, say(`figure.${name}`)), make('dd', {}, this.#texts[name])));
    }
  }

  /** @param {string} symbol */
  paint(symbol) {
    const instrument = quotes.instrument(symbol);
    const quote = quotes.quote(symbol);
    if (!instrument || !quote) return;
    const { plain } = decimals(digits(instrument.tickSize));
    const distance = spread(quote);
    const shares = (instrument.shares ?? 0) * 1e6;
    /** @type {Record<string, string>} */
    const values = {
      open: plain(quote.open),
      previousClose: plain(quote.previousClose),
      low: plain(quote.low),
      high: plain(quote.high),
      volume: amount(quote.volume),
      turnover: compact(quote.volume === undefined ? undefined : quote.volume * (trades.vwap ?? quote.last)),
      spread: plain(distance),
      basisPoints: distance === undefined ? NO_VALUE : decimals(1).plain((distance / quote.last) * 10_000),
      vwap: plain(trades.vwap),
      pace: trades.pace === undefined ? NO_VALUE : decimals(0).plain(trades.pace),
      cap: shares ? compact(shares * quote.last) : NO_VALUE,
      seq: amount(quote.seq),
    };
    for (const name of NAMES) setText(this.#texts[name], values[name]);
  }
}
