// @ts-check
import { fetchBars } from './candles.js';

/** @typedef {import('../quotes/quote-store.js').Quote} Quote */

const YEAR = 52 * 7 * 86_400_000;
const LIMIT = 400;
const KEPT_FOR = 3_600_000;
// The chart is looked at first.
const LATER = 500;

/** What is known of a symbol, or asked for. @type {Map<string, {at: number, low: number, high: number}>} */
const known = new Map();

/** The lowest price of the last 52 weeks. @param {Quote} quote */
export function yearLow({ symbol, low = Infinity }) {
  return finite(Math.min(rangeOf(symbol).low, low), symbol);
}

/** The highest price of the last 52 weeks. @param {Quote} quote */
export function yearHigh({ symbol, high = -Infinity }) {
  return finite(Math.max(rangeOf(symbol).high, high), symbol);
}

/** Nothing where there is no history: a day is no year. @param {number} price @param {string} symbol */
function finite(price, symbol) {
  return Number.isFinite(rangeOf(symbol).low) ? price : undefined;
}

/** @param {string} symbol */
function rangeOf(symbol) {
  const found = known.get(symbol);
  if (found && Date.now() - found.at < KEPT_FOR) return found;
  const range = { at: Date.now(), low: Infinity, high: -Infinity };
  known.set(symbol, range);
  setTimeout(() => load(symbol, range), LATER);
  return range;
}

/**
 * @param {string} symbol
 * @param {{at: number, low: number, high: number}} range
 */
async function load(symbol, range) {
  try {
    const answer = await fetchBars(symbol, { interval: 'P1D', limit: LIMIT }, AbortSignal.any([]));
    const since = (answer?.bars.at(-1)?.start ?? 0) - YEAR;
    for (const { start, low, high } of answer?.bars ?? []) {
      if (start < since) continue;
      range.low = Math.min(range.low, low);
      range.high = Math.max(range.high, high);
    }
  } catch (error) {
    console.warn(error);
    range.at -= KEPT_FOR - 10_000;
  }
}
