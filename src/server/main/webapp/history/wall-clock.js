// @ts-check
import { marketZone } from '../core/market-zone.js';

// No zone changes its clock within a quarter of an hour.
const PIECE = 900_000;
const MOST = 20_000;

/** @type {Map<number, number>} */ const offsets = new Map();
let zone = '';
/** @type {Intl.DateTimeFormat | undefined} */ let format;

/**
 * What the clock on the wall says at a time, where times of the market are written: as a time in UTC, so that it can be
 * calculated with.
 * @param {number} time
 */
export function wallClock(time) {
  if (zone !== marketZone.name || offsets.size > MOST) {
    offsets.clear();
    format = undefined;
  }
  zone = marketZone.name;
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
