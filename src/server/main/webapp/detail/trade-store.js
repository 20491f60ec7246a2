// @ts-check
import { stream } from '../core/stream.js';

/** @typedef {{symbol: string, price: number, size: number, time: string}} Trade as the wire has it */
/** @typedef {Trade & {move: 'up' | 'down' | 'same', gap: boolean}} Shown with how it compares, and whether trades before it are missing */

const KEPT = 60;

/** The last trades of one symbol, the newest first, since it is watched. Fires `change`. */
class TradeStore extends EventTarget {
  symbol = '';
  /** @type {Shown[]} */ last = [];
  /** How many there were since the symbol is watched. */ count = 0;
  #turnover = 0;
  #size = 0;
  #since = 0;
  #gap = false;

  constructor() {
    super();
    stream.addEventListener('gap', () => stream.gaps.includes('trade') && this.#miss());
    // Trades before a snapshot and behind it do not join up.
    stream.addEventListener('start', () => stream.start.resume === 'snapshot' && this.#miss());
  }

  /** The mean price by size, of the trades that were seen. */
  get vwap() {
    return this.#size ? this.#turnover / this.#size : undefined;
  }

  /** Trades a minute; nothing to say before there was some time. */
  get pace() {
    const minutes = (performance.now() - this.#since) / 60_000;
    return minutes > 0.1 ? this.count / minutes : undefined;
  }

  /** @param {string} symbol empty to watch none */
  watch(symbol) {
    if (symbol === this.symbol) return;
    this.symbol = symbol;
    this.last = [];
    this.count = this.#turnover = this.#size = 0;
    this.#since = performance.now();
    this.#gap = false;
    if (symbol) stream.subscribe('trade', (trade) => this.#add(trade), symbol);
    else stream.unsubscribe('trade');
    this.dispatchEvent(new Event('change'));
  }

  #miss() {
    this.#gap = this.last.length > 0;
  }

  /** @param {Trade} trade */
  #add(trade) {
    if (trade.symbol !== this.symbol) return;
    const difference = trade.price - (this.last[0]?.price ?? trade.price);
    const move = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
    this.last.unshift({ ...trade, move, gap: this.#gap });
    this.#gap = false;
    if (this.last.length > KEPT) this.last.pop();
    this.count++;
    this.#turnover += trade.price * trade.size;
    this.#size += trade.size;
    this.dispatchEvent(new Event('change'));
  }
}

/** The trades that the detail shows. */
export const trades = new TradeStore();
