// @ts-check
import { dayOf } from './intervals.js';

/** @typedef {import('./candles.js').Bar} Bar */
/**
 * What a range shows: bars of an interval, drawn as a line or as candles unless the visitor has chosen, and the first of
 * them. `limit` bars are enough for most markets. Where a server has them only of the last days, those of another interval
 * are shown.
 * @typedef {{name: string, interval: import('./candles.js').Interval, limit: number, otherwise?: import('./candles.js').Interval, style: 'line' | 'candles', first: (bars: Bar[]) => number}} Range
 */

// With fewer bars than this, a range shows days before its own too: no chart begins the day empty.
const LEAST = 20;
const DAY = 86_400_000;
// One, less a long weekend before its first bar.
const MONTH = 27 * DAY;

/** @type {Range[]} */
export const RANGES = [
  { name: '1D', interval: 'PT1M', limit: 500, style: 'line', first: lastDays(1) },
  { name: '5D', interval: 'PT15M', limit: 250, style: 'candles', first: lastDays(5) },
  { name: '1M', interval: 'PT1H', limit: 400, otherwise: 'P1D', style: 'candles', first: lastTime(31 * DAY) },
  { name: '3M', interval: 'P1D', limit: 400, style: 'candles', first: lastTime(92 * DAY) },
  { name: '1Y', interval: 'P1D', limit: 400, style: 'candles', first: lastTime(366 * DAY) },
  { name: 'All', interval: 'P1W', limit: 5000, style: 'candles', first: () => 0 },
];

/**
 * Whether the bars reach as far back as a month of them should.
 * @param {Bar[]} bars
 */
export function isMonth(bars) {
  return bars.length > 0 && bars[bars.length - 1].start - bars[0].start > MONTH;
}

/** @param {string} name */
export function rangeOf(name) {
  return RANGES.find((one) => one.name === name) ?? RANGES[0];
}

/**
 * The first bar of the last days on which anything was traded.
 * @param {number} count
 * @returns {Range['first']}
 */
function lastDays(count) {
  return (bars) => {
    let left = count;
    let at = bars.length - 1;
    for (; at > 0; at--) {
      const begins = dayOf(bars[at].start) !== dayOf(bars[at - 1].start);
      if (begins && --left <= 0 && bars.length - at >= LEAST) break;
    }
    return Math.max(0, at);
  };
}

/**
 * The first bar of the last so many milliseconds.
 * @param {number} length
 * @returns {Range['first']}
 */
function lastTime(length) {
  return (bars) => {
    const from = (bars.at(-1)?.start ?? 0) - length;
    const first = bars.findIndex(({ start }) => start >= from);
    return Math.max(0, Math.min(first, bars.length - LEAST));
  };
}
