// @ts-check
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';

/** @typedef {{symbol: string, price: number, size: number, time: string}} Trade as the server sends it */
/** @typedef {Trade & {move: 'up' | 'down' | 'same', gap: boolean}} ListedTrade with its direction, and whether trades before it are missing */

const KEPT = 60;

/** The last trades of one symbol, the newest first, and what they sum up to on one day, since the symbol was chosen. Fires `change`. */
class TradeStore extends EventTarget {
  symbol = '';
  /** @type {ListedTrade[]} */ last = [];
  #count = 0;
  #turnover = 0;
  #size = 0;
  #since = 0;
  #dayVolume = 0;
  #gap = false;
  #unsubscribe = () => {};

  constructor() {
    super();
    stream.addEventListener('gap', () => stream.gaps.includes('trade') && this.#missed());
    // Trades are missing between those before a snapshot and those after it.
    stream.addEventListener('start', () => stream.start.resume === 'snapshot' && this.#missed());
  }

  /** The average price of these trades, weighted by size. */
  get averagePrice() {
    return this.#size ? this.#turnover / this.#size : undefined;
  }

  /** Trades a minute; unknown in the first seconds. */
  get pace() {
    const minutes = (performance.now() - this.#since) / 60_000;
    return minutes > 0.1 ? this.#count / minutes : undefined;
  }

  /** @param {string} symbol empty for none */
  choose(symbol) {
    if (symbol === this.symbol) return;
    this.symbol = symbol;
    this.last = [];
    this.#begin();
    this.#gap = false;
    this.#unsubscribe();
    const follow = () => this.#follow();
    const leave = symbol ? stream.subscribe('trade', (trade) => this.#add(trade), symbol) : () => {};
    quotes.addEventListener(symbol, follow);
    this.#unsubscribe = () => {
      quotes.removeEventListener(symbol, follow);
      leave();
    };
    this.dispatchEvent(new Event('change'));
  }

  #begin() {
    this.#count = this.#turnover = this.#size = 0;
    this.#dayVolume = quotes.quote(this.symbol)?.volume ?? 0;
    this.#since = performance.now();
  }

  /** A day's volume is never less than before: that is another day. */
  #follow() {
    const volume = quotes.quote(this.symbol)?.volume ?? 0;
    if (volume < this.#dayVolume) this.#begin();
    else this.#dayVolume = volume;
  }

  #missed() {
    this.#gap = this.last.length > 0;
  }

  /** @param {Trade} trade */
  #add(trade) {
    const difference = trade.price - (this.last[0]?.price ?? trade.price);
    const move = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
    this.last.unshift({ ...trade, move, gap: this.#gap });
    this.#gap = false;
    if (this.last.length > KEPT) this.last.pop();
    this.#count++;
    this.#turnover += trade.price * trade.size;
    this.#size += trade.size;
    this.dispatchEvent(new Event('change'));
  }
}

/** The trades that the details show. */
export const trades = new TradeStore();
