// @ts-check
import { marketZone } from '../core/market-zone.js';

/** @typedef {import('./candles.js').Interval} Interval */

const DAY = 86_400_000;
// 1970 began on a Thursday.
const MONDAY = 3;

/** @type {Partial<Record<Interval, number>>} The length in milliseconds of those that do not depend on the calendar. */
const LENGTHS = { PT1M: 60_000, PT5M: 300_000, PT15M: 900_000, PT1H: 3_600_000 };

/** @param {Interval} interval @returns {number} in milliseconds; 0 if it depends on the calendar */
export function lengthOf(interval) {
  return LENGTHS[interval] ?? 0;
}

/**
 * Whether a time is in the bar that begins at `start`.
 * @param {Interval} interval
 * @param {number} start
 * @param {number} time
 */
export function covers(interval, start, time) {
  if (time < start) return false;
  const length = lengthOf(interval);
  if (length) return time < start + length;
  const [first, then] = [dayOf(start), dayOf(time)];
  return interval === 'P1D' ? first === then : weekOf(first) === weekOf(then);
}

/** @type {Map<string, Intl.DateTimeFormat>} */ const formats = new Map();
/** @type {Map<number, number>} */ const days = new Map();
let daysZone = '';

/** The day of a time in the exchange's zone, counted from 1970. @param {number} time */
export function dayOf(time) {
  const zone = marketZone.exchange;
  if (zone !== daysZone || days.size > 20_000) days.clear();
  daysZone = zone;
  let day = days.get(time);
  if (day === undefined) days.set(time, (day = calendarDay(time, zone)));
  return day;
}

/**
 * @param {number} time
 * @param {string} zone
 */
function calendarDay(time, zone) {
  let format = formats.get(zone);
  // The Swedish write dates as ISO 8601 does.
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone || undefined })));
  return Date.parse(format.format(time)) / DAY;
}

/** @param {number} day */
function weekOf(day) {
  return Math.floor((day + MONDAY) / 7);
}

/**
 * When a quote was traded: bars of a recording have the times of the recording.
 * @param {import('../quotes/quote-store.js').Entry | undefined} entry
 */
export function marketTime(entry) {
  const { sourceTime } = entry?.quote ?? {};
  return sourceTime ? Date.parse(sourceTime) : (entry?.at ?? 0);
}
