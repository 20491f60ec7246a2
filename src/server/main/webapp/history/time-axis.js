// @ts-check
import { marketZone } from '../core/market-zone.js';
import { locale } from '../core/words.js';

/** @typedef {import('./candles.js').Bar} Bar */

const MINUTE = 60_000;
const DAY = 86_400_000;
// Room for a label, in pixels.
const ROOM = 56;

// No zone changes its clock within a quarter of an hour.
const PIECE = 900_000;
const MOST = 20_000;

/** @type {Map<number, number>} */ const offsets = new Map();
let zone = '';
/** @type {Intl.DateTimeFormat | undefined} */ let format;

/** What begins with a bar, the largest first: labels stand where something large begins. */
const UNITS = [
  (/** @type {number} */ wall) => new Date(wall).getUTCFullYear(),
  (/** @type {number} */ wall) => new Date(wall).getUTCMonth(),
  (/** @type {number} */ wall) => Math.floor(wall / DAY),
  ...[240, 120, 60, 30, 15, 5, 1].map((minutes) => (/** @type {number} */ wall) => Math.floor(wall / (minutes * MINUTE))),
];
const YEAR = 0;
const MONTH = 1;
const DATE = 2;

const writing = (/** @type {Intl.DateTimeFormatOptions} */ options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const year = writing({ year: 'numeric' });
const month = writing({ month: 'short' });
const date = writing({ day: 'numeric' });
const monthAndDate = writing({ month: 'short', day: 'numeric' });
const clock = writing({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const whole = writing({ dateStyle: 'medium' });
const wholeWithClock = writing({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * The labels of the time axis: as many as there is room for, where the largest units begin.
 * @param {Bar[]} bars
 * @param {{from: number, to: number}} view the first and the last bar that are shown
 * @param {number} width in pixels
 * @param {boolean} days whether bars are as long as days
 * @returns {Map<number, string>} by the bar's start; what begins a day among times of the day is marked as bold
 */
export function timeLabels(bars, { from, to }, width, days) {
  const least = (ROOM * (to - from + 1)) / Math.max(1, width);
  /** @type {number[][]} */ const places = UNITS.map(() => []);
  for (let at = Math.max(1, from); at <= to && at < bars.length; at++) {
    const [before, now] = [wallClock(bars[at - 1].start, days), wallClock(bars[at].start, days)];
    places[UNITS.findIndex((unit) => unit(before) !== unit(now))]?.push(at);
  }
  // Those at the ends of the axis stand inside of it, and so nearer to others.
  const inside = (/** @type {number} */ at) => Math.max(from + least / 5, Math.min(at, to - least / 5));
  /** @type {Map<number, string>} */ const labels = new Map();
  /** @type {number[]} */ const taken = [];
  for (const [unit, of] of places.entries()) {
    const before = taken.length;
    for (const at of of) {
      if (taken.some((other) => Math.abs(inside(other) - inside(at)) < least)) continue;
      taken.push(at);
      labels.set(bars[at].start, label(wallClock(bars[at].start, days), unit, days));
    }
    // A few of the smaller ones would look like a mistake.
    if (2 * (taken.length - before) < of.length) break;
  }
  return labels;
}

/**
 * The whole time of a bar.
 * @param {number} start
 * @param {boolean} day whether it is as long as a day, or longer
 */
export function barTime(start, day) {
  return (day ? whole : wholeWithClock).format(wallClock(start, day));
}

/**
 * @param {number} wall
 * @param {number} unit that begins
 * @param {boolean} days
 */
function label(wall, unit, days) {
  if (unit === YEAR) return `{bold|${year.format(wall)}}`;
  if (unit === MONTH) return days ? `{bold|${month.format(wall)}}` : `{bold|${monthAndDate.format(wall)}}`;
  if (unit === DATE) return days ? date.format(wall) : `{bold|${monthAndDate.format(wall)}}`;
  return clock.format(wall);
}

/**
 * What the clock on the wall says at a time, where times of the market are written: as a time in UTC, so that it can be
 * calculated with. A day is the exchange's, wherever its visitor is.
 * @param {number} time
 * @param {boolean} day whether a day, or more, begins then
 */
function wallClock(time, day) {
  const name = day ? marketZone.exchange : marketZone.name;
  if (zone !== name || offsets.size > MOST) {
    offsets.clear();
    format = undefined;
  }
  zone = name;
  const piece = Math.floor(time / PIECE);
  let offset = offsets.get(piece);
  if (offset === undefined) offsets.set(piece, (offset = offsetAt(piece * PIECE)));
  return time + offset;
}

/** @param {number} time */
function offsetAt(time) {
  // The Swedish write times as ISO 8601 does.
  format ??= new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone || undefined });
  return Date.parse(`${format.format(time).replace(' ', 'T')}Z`) - time;
}
