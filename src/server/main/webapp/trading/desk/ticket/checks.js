// @ts-check
import { amount } from '../../../core/formats.js';
import { say } from '../../../core/words.js';
import { quotes } from '../../../quotes/quote-store.js';
import { money } from '../money.js';
import { trading } from '../trading-store.js';
import { isOnGrid, most, priceOf, sourceOf } from './estimate.js';

/** @typedef {import('../sending.js').Wanted} Wanted */

/** What cannot be paid, or is not held; empty if it can. @param {Wanted} wanted */
export function tooMuch(wanted) {
  const limit = most(wanted);
  if (limit === undefined || !(wanted.orderQty > limit)) return '';
  const source = sourceOf(wanted);
  if (source !== 'cash') return say(`ticket.problem.${source}`, { count: amount(limit) });
  const short = wanted.orderQty * (priceOf(wanted) ?? 0) - (trading.portfolio?.buyingPower ?? 0);
  return say('ticket.problem.cash', { sum: money.plain(short), count: amount(limit) });
}

/** What the server would refuse, and the field that it is about. @param {Wanted} wanted @returns {{field: string, text: string} | undefined} */
export function wrongWith(wanted) {
  const { symbol, ordType, orderQty, price = wanted.stopPx ?? 0 } = wanted;
  if (!(orderQty > 0) || !Number.isInteger(orderQty)) return { field: 'orderQty', text: say('ticket.problem.whole') };
  if (ordType !== 'market' && !(price > 0)) return { field: 'price', text: say('ticket.problem.price') };
  if (ordType !== 'market' && !isOnGrid(symbol, price)) {
    return { field: 'price', text: say('ticket.problem.grid', { tick: String(quotes.instrument(symbol)?.tickSize) }) };
  }
  return tooMuch(wanted) ? { field: 'orderQty', text: tooMuch(wanted) } : undefined;
}

/** What is to be known of its price. @param {Wanted} wanted */
export function hintText({ symbol, side, price, stopPx, orderQty }) {
  const { bid, ask, bidSize, askSize, last = 0 } = quotes.quote(symbol) ?? {};
  const buys = side === 'buy';
  const [other, size] = buys ? [ask, askSize] : [bid, bidSize];
  if (stopPx) return last && (buys ? last >= stopPx : last <= stopPx) ? say('ticket.hint.stopAtOnce') : '';
  const fillsNow = !price || (other !== undefined && (buys ? price >= other : price <= other));
  if (!fillsNow) return '';
  if (size && orderQty > size) return say('ticket.hint.size', { size: amount(size) });
  return price ? say('ticket.hint.atOnce') : '';
}
