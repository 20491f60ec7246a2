// @ts-check
import { stream } from '../core/stream.js';
import { fetchBars } from './candles.js';
import { rangeOf } from './ranges.js';

const LIMIT = 100;
const AT_ONCE = 2;
// As long as one of the bars.
const KEPT_FOR = 300_000;
const AGAIN_AFTER = 30_000;

/** @typedef {{until: number, closes: number[]}} DayTrend and when it is fetched again, by `performance.now()` */

/** The closes of the day's bars, of the instruments that somebody looks at. They are fetched few at a time, after the first prices. */
class DayTrends {
  /** @type {Map<string, DayTrend>} */ #known = new Map();
  /** @type {Set<string>} */ #wanted = new Set();
  #running = 0;
  /** The epoch of a server that has no history. */ #none = '';

  constructor() {
    stream.addEventListener('batch', () => this.#next());
  }

  /**
   * The closes so far; none until they are there.
   * @param {string} symbol
   * @returns {number[]}
   */
  closes(symbol) {
    const known = this.#known.get(symbol);
    if (!known || known.until < performance.now()) {
      this.#wanted.add(symbol);
      if (stream.events) this.#next();
    }
    return known?.closes ?? [];
  }

  #next() {
    if (this.#none && this.#none === stream.epoch) this.#wanted.clear();
    while (this.#running < AT_ONCE && this.#wanted.size) {
      const [symbol] = this.#wanted;
      this.#wanted.delete(symbol);
      this.#running++;
      this.#load(symbol).finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  /** @param {string} symbol */
  async #load(symbol) {
    const trend = { until: performance.now() + KEPT_FOR, closes: this.#known.get(symbol)?.closes ?? [] };
    this.#known.set(symbol, trend);
    try {
      const answer = await fetchBars(symbol, { interval: 'PT5M', limit: LIMIT }, AbortSignal.any([]));
      if (!answer) this.#none = stream.epoch;
      const { bars } = answer ?? { bars: [] };
      trend.closes = bars.slice(rangeOf('1D').first(bars)).map(({ close }) => close);
    } catch (error) {
      console.warn(error);
      trend.until = performance.now() + AGAIN_AFTER;
    }
  }
}

/** The day's trends. */
export const dayTrends = new DayTrends();
