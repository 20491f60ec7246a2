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

/** How many can be bought or sold at most; nothing is known before the portfolio. @param {Wanted} order */
export function most(order) {
  const { portfolio } = trading;
  const price = priceOf(order);
  const position = trading.position(order.symbol);
  if (!portfolio) return undefined;
  if (order.side === 'sell') return Math.max(0, (position?.qty ?? 0) - (position?.reservedQty ?? 0));
  return price ? Math.max(0, Math.floor(portfolio.buyingPower / price + CLOSE)) : undefined;
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
  #ofHeld = make('div', {}, make('dt', {}, say('ticket.held')), make('dd', {}, this.#held));

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
    setText(this.#power, power === undefined || sum === undefined ? money.plain(power) : change(money.plain(power), money.plain(power + sign * sum)));
    const position = trading.position(order.symbol);
    this.#ofHeld.hidden = !position;
    if (!position) return;
    const after = position.qty - sign * (order.orderQty || 0);
    setText(this.#held, change(amount(position.qty), after < 0 ? `−${amount(-after)}` : amount(after)));
  }
}

/** @param {string} from @param {string} to */
function change(from, to) {
  return say('ticket.fromTo', { from, to: to.replace('-', '−') });
}
