// @ts-check
// The rate that was chosen in this tab: kept for as long as it is open, and restored before the stream is opened.
import { stream } from '../core/stream.js';

const KEY = 'tickertape.rate';

/** Deliveries a second that can be chosen; 0 for all there are. */
export const RATES = [0, 4, 1];

/** @param {number} rate */
export function choose(rate) {
  stream.rate = rate;
  try {
    sessionStorage.setItem(KEY, String(rate));
  } catch {
    // Good until the next reload, where the browser keeps nothing.
  }
}

try {
  const kept = Number(sessionStorage.getItem(KEY));
  if (RATES.includes(kept)) stream.rate = kept;
} catch {
  // As if nothing had been chosen.
}
