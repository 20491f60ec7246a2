// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount, percent } from '../../../core/formats.js';
import { route } from '../../../core/route.js';
import { say } from '../../../core/words.js';
import { drafts } from '../drafts.js';
import { averageText, directionOf, livePosition, money, moved, priceText } from '../money.js';
import { trading } from '../trading-store.js';

/** @typedef {import('../trading-store.js').Position} Position */

const COLUMNS = ['code', 'qty', 'cost', 'now', 'worth', 'gain'];

/** What the visitor holds, with its profit by the newest prices. */
export class Positions {
  #body = make('tbody');
  #none = make('p', { class: 'none' }, say('floor.positions.none'));
  #table = make('table', {}, make('caption', { class: 'unseen' }, say('floor.positions')),
    make('thead', {}, make('tr', {}, ...COLUMNS.map((name) => make('th', { scope: 'col', class: name }, say(`floor.column.${name}`))), make('td', {}))), this.#body);
  /** @type {Map<string, PositionRow>} */ #rows = new Map();
  element = make('section', { class: 'positions' }, this.#none, this.#table);

  paint() {
    const { positions } = trading;
    this.#none.hidden = positions.length > 0 || !trading.portfolio;
    this.#table.hidden = !positions.length;
    const known = new Set(positions.map(({ symbol }) => symbol));
    for (const [symbol, row] of this.#rows) {
      if (known.has(symbol)) continue;
      row.element.remove();
      this.#rows.delete(symbol);
    }
    for (const position of positions) {
      const row = this.#rows.get(position.symbol) ?? this.#add(position.symbol);
      row.paint(position);
    }
  }

  /** @param {string} symbol */
  #add(symbol) {
    const row = new PositionRow(symbol);
    const after = [...this.#rows].find(([other]) => other > symbol)?.[1].element ?? null;
    this.#body.insertBefore(row.element, after);
    this.#rows.set(symbol, row);
    this.#rows = new Map([...this.#rows].sort(([one], [other]) => (one < other ? -1 : 1)));
    return row;
  }
}

/** One of them. */
class PositionRow {
  #symbol;
  #qty = document.createTextNode('');
  #average = document.createTextNode('');
  #last = document.createTextNode('');
  #value = document.createTextNode('');
  #profit = document.createTextNode('');
  #percent = document.createTextNode('');
  #gain;
  #link;
  #close;
  /** @type {Position | undefined} */ #position;
  element;

  /** @param {string} symbol */
  constructor(symbol) {
    this.#symbol = symbol;
    this.#link = make('a', { href: route.href({ symbol }), 'data-route': true }, symbol);
    this.#gain = make('td', { class: 'gain' }, make('span', {}, this.#profit), ' ', make('small', {}, this.#percent));
    this.#close = make('button', { type: 'button', 'aria-label': say('floor.closeOf', { symbol }) }, say('floor.close'));
    this.#close.addEventListener('click', () => this.#prepare());
    const cell = (/** @type {string} */ name, /** @type {Text} */ text) => make('td', { class: name }, text);
    this.element = make('tr', { 'data-symbol': symbol }, make('th', { scope: 'row', class: 'code' }, this.#link), cell('qty', this.#qty),
      cell('cost', this.#average), cell('now', this.#last), cell('worth', this.#value), this.#gain, make('td', { class: 'act' }, this.#close));
  }

  /** @param {Position} position */
  paint(position) {
    this.#position = position;
    const { last, value, profit, percent: share } = livePosition(position);
    const href = route.href({ symbol: this.#symbol });
    if (this.#link.getAttribute('href') !== href) this.#link.setAttribute('href', href);
    setText(this.#qty, signed(position.qty));
    setText(this.#average, averageText(this.#symbol, position.avgPx));
    setText(this.#last, priceText(this.#symbol, last));
    setText(this.#value, money.plain(value));
    setText(this.#profit, moved(profit, money.signed(profit)));
    setText(this.#percent, percent(share));
    setData(this.#gain, 'moved', directionOf(profit));
  }

  /** Opens a ticket that sells all that is free, or buys back what was sold short. */
  #prepare() {
    const { qty = 0, reservedQty = 0 } = this.#position ?? {};
    const free = Math.max(0, Math.abs(qty) - reservedQty);
    drafts.want({ symbol: this.#symbol, side: qty < 0 ? 'buy' : 'sell', orderQty: free || Math.abs(qty) });
  }
}

/** @param {number} qty */
function signed(qty) {
  return qty < 0 ? `−${amount(-qty)}` : amount(qty);
}
