// @ts-check
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';
import { fetchBars } from './candles.js';
import { dayOf, lengthOf, marketTime } from './intervals.js';
import { rangeOf } from './ranges.js';

const INTERVAL = 'PT5M';
const LENGTH = lengthOf(INTERVAL);
// A day and an hour.
const LIMIT = 300;
const AT_ONCE = 2;
// A row that is only scrolled past is on the screen for a shorter time.
const STAYS = 150;
const AGAIN_AFTER = 30_000;

/** @typedef {{closes: number[], until: number, last?: number, failedAt?: number}} DayTrend the closes of whole bars, when the last one ended, and the last price since */

/**
 * The closes of the day's bars, of the instruments that are on the screen. They are fetched once, few at a time, after the
 * first prices; then the prices that the page sees continue them.
 */
class DayTrends {
  /** @type {Map<string, DayTrend>} */ #known = new Map();
  /** What is on the screen, and since when. @type {Map<string, number>} */ #shown = new Map();
  /** What is being fetched. @type {Map<string, AbortController>} */ #loading = new Map();
  #timer = 0;
  /** The epoch of a server that has no history. */ #none = '';

  constructor() {
    stream.addEventListener('batch', () => this.#nextSoon());
  }

  /** Says that the trend of a symbol can be seen. @param {string} symbol */
  show(symbol) {
    this.#shown.set(symbol, performance.now());
    this.#nextSoon();
  }

  /** Says that it can be seen no more: what is being fetched for it is not needed. @param {string} symbol */
  hide(symbol) {
    this.#shown.delete(symbol);
    this.#loading.get(symbol)?.abort();
  }

  /**
   * The closes so far, and the last price; none until they are there.
   * @param {string} symbol
   * @returns {number[]}
   */
  points(symbol) {
    const { closes = [], last } = this.#current(symbol) ?? {};
    return closes.length && last !== undefined ? [...closes, last] : [];
  }

  /** The trend up to the last whole bar, unless more is missing than that one. @param {string} symbol */
  #current(symbol) {
    const trend = this.#known.get(symbol);
    const entry = quotes.entry(symbol);
    if (!trend || !entry) return undefined;
    if (trend.failedAt) return performance.now() - trend.failedAt < AGAIN_AFTER ? trend : undefined;
    const until = lastEnd(entry);
    if (until !== trend.until) {
      if (until !== trend.until + LENGTH || dayOf(until) !== dayOf(trend.until)) return undefined;
      trend.closes.push(trend.last ?? entry.quote.last);
      trend.until = until;
    }
    trend.last = entry.quote.last;
    return trend;
  }

  #nextSoon() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#next();
    }, STAYS);
  }

  #next() {
    if (!stream.events || (this.#none && this.#none === stream.epoch)) return;
    const now = performance.now();
    for (const [symbol, since] of this.#shown) {
      if (this.#loading.size >= AT_ONCE) return;
      if (this.#loading.has(symbol) || !quotes.entry(symbol) || this.#current(symbol)) continue;
      if (now - since >= STAYS) this.#load(symbol);
      else this.#nextSoon();
    }
  }

  /** @param {string} symbol */
  async #load(symbol) {
    const leave = new AbortController();
    this.#loading.set(symbol, leave);
    // Whole bars never change: the browser keeps them.
    const to = lastEnd(quotes.entry(symbol));
    const { epoch } = stream;
    try {
      const answer = await fetchBars(symbol, { interval: INTERVAL, to, limit: LIMIT }, leave.signal);
      if (!answer) {
        this.#none = epoch;
        return;
      }
      const { bars } = answer;
      this.#known.set(symbol, { closes: bars.slice(rangeOf('1D').first(bars)).map(({ close }) => close), until: to });
    } catch (error) {
      if (!leave.signal.aborted) {
        console.warn(error);
        this.#known.set(symbol, { closes: [], until: to, failedAt: performance.now() });
      }
    } finally {
      this.#loading.delete(symbol);
      this.#next();
    }
  }
}

/** When the last whole bar before a quote ended. @param {import('../quotes/quote-store.js').Entry | undefined} entry */
function lastEnd(entry) {
  return Math.floor(marketTime(entry) / LENGTH) * LENGTH;
}

/** The day's trends. */
export const dayTrends = new DayTrends();
