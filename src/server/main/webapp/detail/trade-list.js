// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { amount, decimals, digits, exactTime } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { trades } from './trade-store.js';

const ROWS = 40;
const ARROWS = { up: '▲', down: '▼', same: '' };

/** The last trades: a table of fixed length whose texts are changed in place. */
export class TradeList {
  element = make('div', { class: 'trades', tabindex: '0', role: 'region', 'aria-label': say('detail.trades') });
  #rows = Array.from({ length: ROWS }, () => new TradeRow());

  /** @param {AbortSignal} signal */
  constructor(signal) {
    const heads = ['time', 'price', 'size'].map((name) => make('th', { scope: 'col' }, say(`trade.${name}`)));
    const body = make('tbody', {}, ...this.#rows.map(({ element }) => element));
    this.element.append(make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body));
    trades.addEventListener('change', () => paintSoon(this), { signal });
    paintSoon(this);
  }

  paint() {
    const { plain } = decimals(digits(quotes.instrument(trades.symbol)?.tickSize ?? 0.01));
    this.#rows.forEach((row, at) => row.show(trades.last[at], plain));
  }
}

/** One row of the list. */
class TradeRow {
  element = make('tr');
  #time = document.createTextNode('');
  #arrow = document.createTextNode('');
  #price = document.createTextNode('');
  #size = document.createTextNode('');
  #gap = document.createTextNode('');

  constructor() {
    const arrow = make('span', { class: 'arrow', 'aria-hidden': 'true' }, this.#arrow);
    this.element.append(make('td', {}, this.#time, make('em', {}, this.#gap)), make('td', {}, arrow, this.#price), make('td', {}, this.#size));
  }

  /**
   * @param {import('./trade-store.js').ListedTrade | undefined} trade
   * @param {(value: number) => string} plain
   */
  show(trade, plain) {
    this.element.hidden = !trade;
    if (!trade) return;
    setData(this.element, 'tick', trade.move);
    setText(this.#gap, trade.gap ? say('trade.gap') : '');
    setText(this.#time, exactTime(new Date(trade.time)));
    setText(this.#arrow, ARROWS[trade.move]);
    setText(this.#price, plain(trade.price));
    setText(this.#size, amount(trade.size));
  }
}
