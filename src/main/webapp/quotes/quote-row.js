// @ts-check
import { amount, decimals, digits, percent, time } from '../core/formats.js';
import { paintLater, paintSoon } from '../core/painter.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const ARROWS = { up: '▲', down: '▼' };
const STATUSES = { trading: '', halted: 'Halted', stale: 'Stale', closed: 'Closed' };

/** One instrument's row: built once, its cells then changed in place. */
export class QuoteRow {
  element = document.createElement('tr');
  #instrument;
  #prices;
  #cells;
  #arrow = document.createElement('span');
  #status = document.createElement('em');
  #shown = Number.NaN;
  #inSight = false;
  #leaving = new AbortController();

  /** @param {Instrument} instrument */
  constructor(instrument) {
    this.#instrument = instrument;
    this.#prices = decimals(digits(instrument.tickSize));
    this.element.dataset.symbol = instrument.symbol;
    this.#title();
    this.#cells = {
      last: this.#cell('last'),
      change: this.#cell('change'),
      percent: this.#cell('percent'),
      bid: this.#cell('bid'),
      ask: this.#cell('ask'),
      volume: this.#cell('volume'),
      time: this.#cell('time'),
    };
    this.#arrow.className = 'arrow';
    const price = document.createElement('span');
    price.className = 'price';
    this.#cells.last.replaceWith(price);
    price.append(this.#arrow, this.#cells.last);
    const news = () => (this.#inSight ? paintSoon(this) : paintLater(this));
    quotes.addEventListener(instrument.symbol, news, { signal: this.#leaving.signal });
    paintSoon(this);
  }

  remove() {
    this.#leaving.abort();
    this.element.remove();
  }

  /** Told by the table: hundreds of rows out of sight must not cost what a few on the screen do. */
  set inSight(/** @type {boolean} */ inSight) {
    this.#inSight = inSight;
    if (inSight) paintSoon(this);
  }

  /** @param {Instrument} other */
  shows(other) {
    return JSON.stringify(other) === JSON.stringify(this.#instrument);
  }

  paint() {
    const quote = quotes.quote(this.#instrument.symbol);
    if (!quote) return;
    const { plain, signed } = this.#prices;
    write(this.#cells.last, plain(quote.last));
    write(this.#cells.change, signed(quote.change));
    write(this.#cells.percent, percent(quote.changePercent));
    write(this.#cells.bid, plain(quote.bid));
    write(this.#cells.ask, plain(quote.ask));
    write(this.#cells.volume, amount(quote.volume));
    write(this.#cells.time, time(new Date(quote.time)));
    this.element.dataset.status = quote.status;
    this.#status.textContent = STATUSES[quote.status];
    this.element.dataset.day = direction(quote.change ?? 0);
    this.#flash(quote.last);
  }

  /** @param {number} last */
  #flash(last) {
    const move = direction(last - this.#shown);
    this.#shown = last;
    if (move === 'same') return;
    this.#arrow.textContent = ARROWS[move];
    this.#arrow.setAttribute('role', 'img');
    this.#arrow.setAttribute('aria-label', move);
    const { dataset } = this.element;
    dataset.tick = move;
    if (!this.#inSight) return;
    // The same animation under two names, in turn: a changed name starts it again without forcing a layout.
    dataset.beat = dataset.beat === 'a' ? 'b' : 'a';
  }

  #title() {
    const { symbol, name } = this.#instrument;
    const header = document.createElement('th');
    header.scope = 'row';
    header.className = 'symbol';
    const below = document.createElement('span');
    below.textContent = name;
    header.append(symbol, this.#status, below);
    this.element.append(header);
    this.#cell('name').data = name;
  }

  /**
   * @param {string} column
   * @returns {Text}
   */
  #cell(column) {
    const text = document.createTextNode('');
    const cell = document.createElement('td');
    cell.className = column;
    cell.append(text);
    this.element.append(cell);
    return text;
  }
}

/** @param {number} difference */
function direction(difference) {
  if (difference > 0) return 'up';
  return difference < 0 ? 'down' : 'same';
}

/**
 * @param {Text} text
 * @param {string} value
 */
function write(text, value) {
  if (text.data !== value) text.data = value;
}
