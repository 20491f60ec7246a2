// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { decimals, digits, duration } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { makeRoom } from './column-styles.js';
import { chosenColumns } from './columns.js';
import { DayRange } from './day-range.js';
import { DirectionArrow } from './direction-arrow.js';
import { makeBadges } from './extensions.js';
import { flash } from './flash.js';
import { companyName, direction, quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

/** The cells in the row of an instrument: built once, then changed in place. */
export class QuoteRow {
  element;
  link;
  #instrument;
  #prices;
  #columns = chosenColumns();
  // Those that the visitor has left out are written too, into nothing.
  /** @type {Record<string, Text>} */ #texts = { last: document.createTextNode(''), age: document.createTextNode('') };
  #arrow = new DirectionArrow();
  #range;
  #narrowAge = document.createTextNode('');
  /** @type {{paint: () => void}[]} */ #cells = [];
  #removed = new AbortController();

  /**
   * @param {HTMLElement} element of the row
   * @param {Instrument} instrument
   */
  constructor(element, instrument) {
    const { symbol, tickSize } = instrument;
    this.element = element;
    this.#instrument = instrument;
    this.#prices = decimals(digits(tickSize));
    this.#range = new DayRange(this.#prices.plain);
    this.link = make('a', { 'data-route': true, tabindex: '-1' }, symbol);
    this.updateLink();
    element.replaceChildren(...this.#columns.map((column) => this.#cell(column)));
    quotes.addEventListener(symbol, () => paintSoon(this), { signal: this.#removed.signal });
    this.paint();
    this.paintCells();
  }

  /** Listens no more, and leaves the element as it was. */
  remove() {
    this.#removed.abort();
    for (const name of ['current', 'day', 'flash', 'status', 'tick']) delete this.element.dataset[name];
  }

  /** Keeps the link to the details up to date, and marks the row whose details are shown. */
  updateLink() {
    const { symbol } = this.#instrument;
    this.link.href = route.href({ symbol });
    const current = symbol === route.get('symbol');
    this.element.toggleAttribute('data-current', current);
    if (current) this.link.setAttribute('aria-current', 'true');
    else if (this.link.hasAttribute('aria-current')) this.link.removeAttribute('aria-current');
  }

  paint() {
    const instrument = this.#instrument;
    const entry = quotes.entry(instrument.symbol);
    // What it was to paint may be asked for before it is removed, and come afterwards.
    if (!entry || this.#removed.signal.aborted) return;
    const { quote } = entry;
    setText(this.#texts.last, this.#prices.plain(quote.last));
    makeRoom(quote, this.#prices);
    for (const { name, value, text } of this.#columns) {
      if (text) setText(this.#texts[name], text(value?.(instrument, quote), this.#prices));
    }
    setData(this.element, 'day', direction(quote.change ?? 0));
    setData(this.element, 'status', entry.confirmed ? quote.status : 'unknown');
    this.#range.paint(quote);
    this.#flash(entry);
    this.paintAge();
  }

  /** Paints the age of the quote, which changes without a quote. */
  paintAge() {
    const entry = quotes.entry(this.#instrument.symbol);
    if (!entry) return;
    const age = duration(stream.clock.now() - entry.at);
    const status = entry.confirmed ? entry.quote.status : 'unknown';
    const text = status === 'trading' ? age : `${say(`status.${status}`)} ${age}`;
    setText(this.#texts.age, text);
    // A narrow table has no such column: the age then stands below the symbol.
    setText(this.#narrowAge, text);
  }

  /** Paints what other features draw. */
  paintCells() {
    for (const cell of this.#cells) cell.paint();
  }

  /** @param {import('./quote-store.js').Entry} entry */
  #flash({ quote, move }) {
    const painted = this.#arrow.follow(quote.last, move);
    setData(this.element, 'tick', this.#arrow.move);
    if (painted !== 'same') flash(this.element, painted);
  }

  /** @param {import('./columns.js').Column} column */
  #cell({ name, cell: makeCell }) {
    const cell = { role: 'cell', class: name };
    if (makeCell) {
      const drawn = makeCell(this.#instrument);
      this.#cells.push(drawn);
      return make('td', cell, drawn.element);
    }
    switch (name) {
      case 'symbol': return this.#title();
      case 'name': return make('td', cell, companyName(this.#instrument));
      case 'last': return make('td', cell, make('span', { class: 'price' }, this.#arrow.element, this.#text(name)));
      case 'range': return make('td', cell, ...this.#range.parts);
      default: return make('td', cell, this.#text(name));
    }
  }

  #title() {
    const below = make('small', {}, make('em', {}, this.#narrowAge), make('span', {}, companyName(this.#instrument)));
    const badges = makeBadges(this.#instrument);
    return make('th', { role: 'rowheader', scope: 'row', class: 'symbol' }, ...badges, this.link, below);
  }

  /** @param {string} name of the column */
  #text(name) {
    return (this.#texts[name] ??= document.createTextNode(''));
  }
}
