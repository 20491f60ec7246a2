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
  // Until it is known anew, it stays as it was an hour ago.
  const range = { low: Infinity, high: -Infinity, ...found, at: Date.now() };
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
    const year = (answer?.bars ?? []).filter(({ start }) => start >= since);
    range.low = Math.min(...year.map(({ low }) => low));
    range.high = Math.max(...year.map(({ high }) => high));
  } catch (error) {
    console.warn(error);
    range.at -= KEPT_FOR - 10_000;
  }
}
