// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount, NO_VALUE } from '../../../core/formats.js';
import { stream } from '../../../core/stream.js';
import { say } from '../../../core/words.js';
import { quotes } from '../../../quotes/quote-store.js';
import { averageText, directionOf, livePosition, money, moved, priceText } from '../money.js';
import { trading } from '../trading-store.js';

/** @typedef {import('../drafts.js').Side} Side */

/** The bid and the ask as buttons, and between them what the visitor holds. */
export class DealRow {
  element = make('div', { class: 'deal', role: 'group' });
  #symbol;
  #sell;
  #buy;
  #title = document.createTextNode('');
  #held = document.createTextNode('');
  #profit = document.createTextNode('');
  #gain = make('span', {}, this.#profit);

  /** @param {string} symbol @param {(side: Side) => void} choose */
  constructor(symbol, choose) {
    this.#symbol = symbol;
    this.#sell = new DealButton('sell', symbol, choose);
    this.#buy = new DealButton('buy', symbol, choose);
    this.element.setAttribute('aria-label', say('ticket.title', { symbol }));
    const held = make('p', { class: 'held' }, make('small', {}, this.#title), make('span', {}, this.#held), this.#gain);
    this.element.append(this.#sell.element, held, this.#buy.element);
  }

  /** @param {Side | undefined} side of the ticket that is open */
  paint(side) {
    this.#sell.paint(this.#symbol, side === 'sell');
    this.#buy.paint(this.#symbol, side === 'buy');
    const position = trading.position(this.#symbol);
    setText(this.#title, say(!position ? 'ticket.playMoney' : position.qty < 0 ? 'ticket.owed' : 'ticket.held'));
    const known = stream.visitor && trading.portfolio;
    setText(this.#held, position ? say('ticket.heldAt', { qty: amount(Math.abs(position.qty)), price: averageText(this.#symbol, position.avgPx) }) : known ? say('ticket.none') : '');
    const { profit } = position ? livePosition(position) : { profit: 0 };
    setText(this.#profit, position ? moved(profit, money.signed(profit)) : '');
    setData(this.#gain, 'moved', directionOf(profit));
  }

  /** @param {Side} side */
  focus(side) {
    (side === 'buy' ? this.#buy : this.#sell).element.focus();
  }
}

/** A side of the market that can be dealt with. */
class DealButton {
  element;
  #side;
  #price = document.createTextNode(NO_VALUE);
  #size = document.createTextNode('');

  /** @param {Side} side @param {string} symbol @param {(side: Side) => void} choose */
  constructor(side, symbol, choose) {
    this.#side = side;
    this.element = make('button', { type: 'button', 'data-side': side, 'aria-expanded': 'false', 'aria-keyshortcuts': side === 'buy' ? 'Alt+B B' : 'Alt+S S' },
      make('small', {}, say(`order.${side}`)), make('span', { class: 'unseen' }, ` ${symbol} `), make('b', {}, this.#price), make('small', {}, this.#size));
    this.element.addEventListener('click', () => choose(side));
  }

  /** @param {string} symbol @param {boolean} open whether its ticket is */
  paint(symbol, open) {
    const quote = quotes.quote(symbol);
    const [price, size] = this.#side === 'buy' ? [quote?.ask, quote?.askSize] : [quote?.bid, quote?.bidSize];
    setText(this.#price, price === undefined ? NO_VALUE : priceText(symbol, price));
    setText(this.#size, price === undefined || size === undefined ? '' : `× ${amount(size)}`);
    if (this.element.ariaExpanded !== String(open)) this.element.ariaExpanded = String(open);
  }
}
