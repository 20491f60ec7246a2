// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { decimals, digits, duration } from '../core/formats.js';
import { paintLater, paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { COLUMNS } from './columns.js';
import { DayRange } from './day-range.js';
import { direction, DirectionArrow } from './direction-arrow.js';
import { makeBadges } from './extensions.js';
import { flash } from './flash.js';
import { companyName, quotes } from './quote-store.js';
import { Sparkline } from './sparkline.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const TEXT_COLUMNS = COLUMNS.filter(({ text }) => text);

/** The row of an instrument: built once, then its cells are changed in place. */
export class QuoteRow {
  element = make('tr', { role: 'row' });
  link;
  #instrument;
  #prices;
  /** @type {Record<string, Text>} */ #texts = {};
  #arrow = new DirectionArrow();
  #range;
  #narrowAge = document.createTextNode('');
  #sparkline = new Sparkline();
  #inSight = false;
  #removed = new AbortController();

  /** @param {Instrument} instrument */
  constructor(instrument) {
    const { symbol, tickSize } = instrument;
    this.#instrument = instrument;
    this.#prices = decimals(digits(tickSize));
    this.#range = new DayRange(this.#prices.plain);
    this.element.dataset.symbol = symbol;
    this.link = make('a', { 'data-route': true, tabindex: '-1' }, symbol);
    this.updateLink();
    this.element.append(...COLUMNS.map(({ name }) => this.#cell(name)));
    const changed = () => (this.#inSight ? paintSoon(this) : paintLater(this));
    quotes.addEventListener(symbol, changed, { signal: this.#removed.signal });
    paintSoon(this);
  }

  remove() {
    this.#removed.abort();
    this.element.remove();
  }

  get instrument() {
    return this.#instrument;
  }

  /** Set by the table: hundreds of rows out of sight must not cost as much as the few on the screen. */
  set inSight(/** @type {boolean} */ inSight) {
    this.#inSight = inSight;
    if (!inSight) return;
    paintSoon(this);
    this.paintTrend();
  }

  /** @param {Instrument} other */
  shows(other) {
    return JSON.stringify(other) === JSON.stringify(this.#instrument);
  }

  /** Keeps the link to the details up to date, and marks the row whose details are shown. */
  updateLink() {
    const { symbol } = this.#instrument;
    this.link.href = route.href({ symbol });
    if (symbol === route.get('symbol')) this.link.setAttribute('aria-current', 'true');
    else if (this.link.hasAttribute('aria-current')) this.link.removeAttribute('aria-current');
  }

  paint() {
    const instrument = this.#instrument;
    const entry = quotes.entry(instrument.symbol);
    if (!entry) return;
    const { quote } = entry;
    setText(this.#texts.last, this.#prices.plain(quote.last));
    for (const { name, value, text } of TEXT_COLUMNS) {
      setText(this.#texts[name], text?.(value?.(instrument, quote), this.#prices) ?? '');
    }
    setData(this.element, 'day', direction(quote.change ?? 0));
    setData(this.element, 'status', entry.confirmed ? quote.status : 'unknown');
    this.#range.paint(quote);
    this.#flash(quote.last);
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

  /** Paints the trend, which has one point a second. */
  paintTrend() {
    const { symbol } = this.#instrument;
    const change = quotes.quote(symbol)?.change;
    if (this.#inSight) this.#sparkline.draw(quotes.history(symbol).trend, direction(change ?? 0));
  }

  /** @param {number} last */
  #flash(last) {
    const move = this.#arrow.follow(last);
    if (move === 'same') return;
    setData(this.element, 'tick', move);
    if (this.#inSight) flash(this.element, move);
  }

  /** @param {string} name of the column */
  #cell(name) {
    const cell = { role: 'cell', class: name };
    switch (name) {
      case 'symbol': return this.#title();
      case 'name': return make('td', cell, companyName(this.#instrument));
      case 'last': return make('td', cell, make('span', { class: 'price' }, this.#arrow.element, this.#text(name)));
      case 'range': return make('td', cell, ...this.#range.parts);
      case 'trend': return make('td', cell, this.#sparkline.canvas);
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
    return (this.#texts[name] = document.createTextNode(''));
  }
}
