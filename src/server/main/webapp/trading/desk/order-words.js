// @ts-check
import { amount, duration } from '../../core/formats.js';
import { nameOf, say, sentences } from '../../core/words.js';
import { averageText, money, priceText } from './money.js';

/** @typedef {import('./trading-store.js').Order} Order */
/** @typedef {import('./sending.js').Wanted} Wanted */
/** @typedef {import('../../core/send.js').Reply} Reply */

/** @type {Record<string, string>} The field of the ticket that a reason is about. */
const FIELDS = {
  notEnoughCash: 'orderQty', notEnoughShares: 'orderQty', otherDirection: 'orderQty', offGrid: 'price',
};

/** What is bought or sold, as `Buy 100 AAPL, limit 235.00`. @param {Wanted} order */
export function orderText({ side, orderQty, symbol, ordType, price, stopPx }) {
  return say(`order.title.${ordType}`, { side: say(`order.${side}`), qty: amount(orderQty), symbol, price: priceText(symbol, price ?? stopPx) });
}

/** How it stands. @param {Order} order */
export function statusText(order) {
  const { symbol, ordStatus, cumQty, orderQty, leavesQty, avgPx, side } = order;
  const filled = { qty: amount(cumQty), all: amount(orderQty), left: amount(leavesQty), price: averageText(symbol, avgPx), sum: money.plain(cumQty * (avgPx ?? 0)) };
  switch (ordStatus) {
    case 'filled': return say(`order.filled.${side}`, filled);
    case 'partiallyFilled': return sentences(say('order.partly', filled), waitsFor(order));
    case 'new': return waitsFor(order);
    case 'rejected': return sentences(say('order.rejected'), reasonText(order));
    default: return sentences(...[say(`order.${ordStatus}`), cumQty ? say('order.rest', filled) : '', order.reason === 'userRequest' ? '' : reasonText(order)].filter(Boolean));
  }
}

/** The same in a word, for a table. @param {Order} order */
export function statusWord({ ordStatus, reason, execType }) {
  if (ordStatus === 'new' && reason) return nameOf('order.wait', reason);
  if (ordStatus === 'new' && execType === 'triggeredOrActivatedBySystem') return say('order.word.triggered');
  return say(`order.word.${ordStatus}`);
}

/** @param {Order} order */
function waitsFor(order) {
  const { reason, ordType, symbol, side, price, stopPx, execType } = order;
  if (reason) return say('order.waits', { reason: reasonText(order) });
  if (execType === 'triggeredOrActivatedBySystem') return say('order.triggered');
  if (ordType === 'market') return say('order.waits.market');
  return say(`order.waits.${ordType}.${side}`, { price: priceText(symbol, price ?? stopPx) });
}

/** @param {{reason?: string, text?: string, symbol?: string}} about */
function reasonText({ reason = '', text = '', symbol = '' }) {
  const words = nameOf('order.reason', reason);
  return words === reason ? text : words.replace('{symbol}', symbol);
}

/** The field that a refusal is about; empty for none. @param {Reply} reply */
export function fieldOf({ data }) {
  return FIELDS[data.reason] ?? '';
}

/** Why an order was refused, or could not be cancelled. @param {Reply} reply @param {string} [symbol] */
export function problemText({ status, detail, data, wait }, symbol = '') {
  if (status === 0) return say('order.problem.unreachable');
  if (status === 401) return say('order.problem.signedOut');
  if (status === 429) return sentences(say('order.problem.tooMany'), again(wait));
  if (status === 503 && !data.reason) return sentences(say('order.problem.unavailable'), again(wait));
  const words = nameOf('order.reason', data.reason ?? '');
  if (data.reason && words !== data.reason) return words.replace('{symbol}', symbol);
  if (status === 403) return say('order.late');
  return detail ? sentence(detail) : say('order.problem.refused', { status });
}

/** As a sentence. @param {string} detail */
function sentence(detail) {
  return `${detail[0].toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
}

/** @param {number} wait in milliseconds; 0 if the server does not say */
function again(wait) {
  return wait ? say('order.problem.againIn', { duration: duration(wait, 'long') }) : say('order.problem.againLater');
}
