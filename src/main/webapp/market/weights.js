// @ts-check
import { quotes } from '../quotes/quote-store.js';

/** @typedef {import('../quotes/quote-store.js').Instrument} Instrument */

/**
 * How much of the market an instrument is: by capitalisation at yesterday's close, so that the map keeps its shape all
 * day; where the shares are not known, all alike.
 * @param {Instrument} instrument
 */
export function weight({ symbol, shares }) {
  return shares ? shares * (quotes.quote(symbol)?.previousClose ?? 1) : 1;
}

/** The instruments by sector, the heaviest first. */
export function sectors() {
  /** @type {Map<string, Instrument[]>} */ const found = new Map();
  for (const instrument of quotes.instruments) {
    const known = found.get(instrument.sector);
    if (known) known.push(instrument);
    else found.set(instrument.sector, [instrument]);
  }
  return [...found];
}

/** How many prices are above yesterday's close, at it, and below. */
export function breadth() {
  const counted = { up: 0, same: 0, down: 0 };
  for (const { symbol } of quotes.instruments) {
    const change = quotes.quote(symbol)?.change;
    if (change === undefined) continue;
    counted[change > 0 ? 'up' : change < 0 ? 'down' : 'same']++;
  }
  return counted;
}
