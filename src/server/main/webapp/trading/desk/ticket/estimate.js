// @ts-check
import { make, setText } from '../../../core/dom.js';
import { amount } from '../../../core/formats.js';
import { say } from '../../../core/words.js';
import { quotes } from '../../../quotes/quote-store.js';
import { money } from '../money.js';
import { trading } from '../trading-store.js';

/** @typedef {import('../sending.js').Wanted} Wanted */

// What is computed in binary is not quite on the grid.
const CLOSE = 1e-6;

/** The price that an order is reckoned with; nothing is known of it without a quote. @param {Wanted} order */
export function priceOf({ symbol, side, ordType, price, stopPx }) {
  const quote = quotes.quote(symbol);
  if (ordType === 'market') return side === 'buy' ? quote?.ask : quote?.bid;
  return ordType === 'limit' ? price : stopPx;
}

/**
 * What an order comes out of: the shares that are held, those that are owed, or the cash, of which a short sale needs as much as
 * a purchase.
 * @param {Wanted} order @returns {'held' | 'owed' | 'cash'}
 */
export function sourceOf({ symbol, side }) {
  const qty = trading.position(symbol)?.qty ?? 0;
  if (side === 'buy') return qty < 0 ? 'owed' : 'cash';
  return qty > 0 || !trading.portfolio?.shortSelling ? 'held' : 'cash';
}

/** How many can be bought or sold at most; nothing is known before the portfolio. @param {Wanted} order */
export function most(order) {
  const { portfolio } = trading;
  if (!portfolio) return undefined;
  const { qty = 0, reservedQty = 0 } = trading.position(order.symbol) ?? {};
  if (sourceOf(order) !== 'cash') return Math.max(0, Math.abs(qty) - reservedQty);
  const price = priceOf(order);
  return price ? Math.max(0, Math.floor(portfolio.buyingPower / price + CLOSE)) : undefined;
}

/** What one share of an order changes of the buying power. @param {Wanted} order @param {number} price */
function gain(order, price) {
  switch (sourceOf(order)) {
    case 'held': return price;
    // What was sold short holds back twice what it came to.
    case 'owed': return 2 * (trading.position(order.symbol)?.avgPx ?? 0) - price;
    default: return -price;
  }
}

/** Whether a price is one that the instrument can have. @param {string} symbol @param {number} price */
export function isOnGrid(symbol, price) {
  const ticks = price / (quotes.instrument(symbol)?.tickSize ?? 0.01);
  return Math.abs(ticks - Math.round(ticks)) < CLOSE * Math.max(1, Math.abs(ticks));
}

/** A price on the grid, near another. @param {string} symbol @param {number} price */
export function onGrid(symbol, price) {
  const tick = quotes.instrument(symbol)?.tickSize ?? 0.01;
  return Math.round(price / tick) * tick;
}

/** What an order costs or brings, and what is left, before it is sent. */
export class Estimate {
  element;
  #sumTitle = document.createTextNode('');
  #sum = document.createTextNode('');
  #power = document.createTextNode('');
  #held = document.createTextNode('');
  #heldTitle = document.createTextNode('');
  #ofHeld = make('div', {}, make('dt', {}, this.#heldTitle), make('dd', {}, this.#held));

  /** @param {string} id */
  constructor(id) {
    this.element = make('dl', { class: 'estimate', id },
      make('div', {}, make('dt', {}, this.#sumTitle), make('dd', {}, this.#sum)),
      make('div', {}, make('dt', {}, say('ticket.power')), make('dd', {}, this.#power)),
      this.#ofHeld);
  }

  /** @param {Wanted} order */
  paint(order) {
    const price = priceOf(order);
    const sum = price && order.orderQty > 0 ? price * order.orderQty : undefined;
    const { portfolio } = trading;
    const sign = order.side === 'buy' ? -1 : 1;
    setText(this.#sumTitle, say(`ticket.sum.${order.ordType}.${order.side}`));
    setText(this.#sum, money.plain(sum));
    const power = portfolio?.buyingPower;
    setText(this.#power, power === undefined || sum === undefined ? money.plain(power) : change(money.plain(power), money.plain(power + gain(order, price ?? 0) * order.orderQty)));
    const position = trading.position(order.symbol);
    this.#ofHeld.hidden = !position;
    if (!position) return;
    const after = position.qty - sign * (order.orderQty || 0);
    const owes = position.qty < 0 || after < 0;
    setText(this.#heldTitle, say(owes ? 'ticket.owed' : 'ticket.held'));
    setText(this.#held, owes ? change(amount(-position.qty), amount(-after)) : change(amount(position.qty), amount(after)));
  }
}

/** @param {string} from @param {string} to */
function change(from, to) {
  return say('ticket.fromTo', { from, to: to.replace('-', '−') });
}
