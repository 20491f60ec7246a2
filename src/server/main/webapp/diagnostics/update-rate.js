// @ts-check
// The update rate of this tab. It is kept while the tab is open, and restored before the stream is opened.
import { stream } from '../core/stream.js';

const KEY = 'tickertape.rate';

/** The deliveries a second that can be chosen; 0 for all there are. */
export const RATES = [0, 4, 1];

/** @param {number} rate */
export function chooseRate(rate) {
  stream.rate = rate;
  try {
    sessionStorage.setItem(KEY, String(rate));
  } catch {
    // The browser keeps nothing: the choice lasts until the next reload.
  }
}

try {
  const kept = Number(sessionStorage.getItem(KEY));
  if (RATES.includes(kept)) stream.rate = kept;
} catch {
  // The browser keeps nothing.
}
