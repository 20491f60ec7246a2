// @ts-check
import { quotes } from '../quotes/quote-store.js';

/** @typedef {import('../quotes/quote-store.js').Instrument} Instrument */
/** @typedef {{sector: string, weight: number, change: number, members: {instrument: Instrument, weight: number}[]}} Sector with its mean change in percent */

/**
 * The weight of an instrument: its market cap at yesterday's close, so that the map keeps its shape all day. Instruments
 * whose shares are unknown all weigh the same.
 * @param {Instrument} instrument
 */
function weigh({ symbol, shares }) {
  return (shares || 1) * (shares ? (quotes.quote(symbol)?.previousClose ?? 1) : 1);
}

/**
 * The sectors with their instruments, both the heaviest first.
 * @returns {Sector[]}
 */
export function sectors() {
  const found = Map.groupBy(quotes.instruments, ({ sector }) => sector);
  return [...found].map(([sector, instruments]) => {
    const members = instruments.map((instrument) => ({ instrument, weight: weigh(instrument) }));
    members.sort((one, other) => other.weight - one.weight);
    const weight = members.reduce((sum, one) => sum + one.weight, 0);
    const moved = members.reduce((sum, one) => sum + one.weight * (quotes.quote(one.instrument.symbol)?.changePercent ?? 0), 0);
    return { sector, weight, change: moved / weight, members };
  }).sort((one, other) => other.weight - one.weight);
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
