// @ts-check
import { decimals, digits } from '../../core/formats.js';
import { quotes } from '../../quotes/quote-store.js';

/** @typedef {import('./trading-store.js').Position} Position */
/** @typedef {import('./trading-store.js').Portfolio} Portfolio */

/** Amounts of money, plain and signed. */
export const money = decimals(2);

const ARROWS = { up: '▲ ', down: '▼ ', same: '' };

/** A gain or loss with its direction, which is told by a shape and a sign too. @param {number} value @param {string} text */
export function moved(value, text) {
  return `${ARROWS[directionOf(value)]}${text}`;
}

/** The direction as it is seen: what is rounded to nothing has none. @param {number} value */
export function directionOf(value) {
  const cents = Math.round(value * 100);
  return cents > 0 ? 'up' : cents < 0 ? 'down' : 'same';
}

/** @param {string} symbol @param {number | undefined} price */
export function priceText(symbol, price) {
  return decimals(digits(quotes.instrument(symbol)?.tickSize ?? 0.01)).plain(price);
}

/** An average has more decimals than a price. @param {string} symbol @param {number | undefined} price */
export function averageText(symbol, price) {
  const least = digits(quotes.instrument(symbol)?.tickSize ?? 0.01);
  return decimals(price === undefined || Math.abs(price - Number(price.toFixed(least))) < 1e-9 ? least : least + 2).plain(price);
}

/** A position by the newest quote, between two messages of the server. @param {Position} position */
export function livePosition({ symbol, qty, avgPx = 0, last: known, value: before, profit: won }) {
  // The average is rounded.
  const cost = before - won;
  const last = quotes.quote(symbol)?.last ?? known;
  const value = last === undefined ? before : qty * last;
  const profit = value - cost;
  return { last: last ?? avgPx, value, profit, percent: cost ? (100 * profit) / Math.abs(cost) : 0 };
}

/** The equity and the profit by the newest quotes. @param {Portfolio} portfolio */
export function livePortfolio({ positions, equity, profit, percent }) {
  const since = positions.reduce((sum, one) => sum + livePosition(one).value - one.value, 0);
  const start = equity - profit;
  return { equity: equity + since, profit: profit + since, percent: start ? percent + (100 * since) / start : percent, start };
}
