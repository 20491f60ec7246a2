// @ts-check
import { make, mark, write } from '../core/dom.js';
import { brief, decimals, digits, percent, span } from '../core/formats.js';
import { paintLater, paintSoon } from '../core/painter.js';
import { place as address } from '../core/place.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { adornments } from './adornments.js';
import { spread } from './columns.js';
import { DayRange } from './day-range.js';
import { flash } from './flash.js';
import { quotes } from './quote-store.js';
import { Spark } from './spark.js';
import { TickArrow, direction } from './tick-arrow.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const FIGURES = ['change', 'percent', 'bid', 'ask', 'spread'];

/** One instrument's row: built once, its cells then changed in place. */
export class QuoteRow {
  element = make('tr', { role: 'row' });
  link;
  #instrument;
  #prices;
  /** @type {Record<string, Text>} */ #texts = {};
  #arrow = new TickArrow();
  #range;
  #narrowAge = document.createTextNode('');
  #spark = new Spark();
  #inSight = false;
  #leaving = new AbortController();

  /** @param {Instrument} instrument */
  constructor(instrument) {
    const { symbol, name, tickSize } = instrument;
    this.#instrument = instrument;
    this.#prices = decimals(digits(tickSize));
    this.#range = new DayRange(this.#prices.plain);
    this.element.dataset.symbol = symbol;
    this.link = make('a', { 'data-place': true, tabindex: '-1' }, symbol);
    this.point();
    const below = make('small', {}, make('em', {}, this.#narrowAge), make('span', {}, name));
    const title = make('th', { role: 'rowheader', scope: 'row', class: 'symbol' }, ...adornments(instrument), this.link, below);
    this.element.append(title, this.#cell('name', name));
    this.element.append(this.#cell('last', make('span', { class: 'price' }, this.#arrow.element, this.#text('last'))));
    for (const figure of FIGURES) this.element.append(this.#cell(figure, this.#text(figure)));
    this.element.append(this.#cell('range', ...this.#range.parts), this.#cell('volume', this.#text('volume')));
    this.element.append(this.#cell('trend', this.#spark.canvas), this.#cell('age', this.#text('age')));
    const news = () => (this.#inSight ? paintSoon(this) : paintLater(this));
    quotes.addEventListener(symbol, news, { signal: this.#leaving.signal });
    paintSoon(this);
  }

  remove() {
    this.#leaving.abort();
    this.element.remove();
  }

  get instrument() {
    return this.#instrument;
  }

  /** Told by the table: hundreds of rows out of sight must not cost what a few on the screen do. */
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

  /** Leads to the detail, and says whether that is the one shown. */
  point() {
    const { symbol } = this.#instrument;
    this.link.href = address.href({ symbol });
    if (symbol === address.get('symbol')) this.link.setAttribute('aria-current', 'true');
    else if (this.link.hasAttribute('aria-current')) this.link.removeAttribute('aria-current');
  }

  paint() {
    const { symbol } = this.#instrument;
    const entry = quotes.entry(symbol);
    if (!entry) return;
    const { quote } = entry;
    const { plain, signed } = this.#prices;
    const texts = this.#texts;
    const day = direction(quote.change ?? 0);
    write(texts.last, plain(quote.last));
    write(texts.change, signed(quote.change));
    write(texts.percent, percent(quote.changePercent));
    write(texts.bid, plain(quote.bid));
    write(texts.ask, plain(quote.ask));
    write(texts.spread, plain(spread(quote)));
    write(texts.volume, brief(quote.volume));
    mark(this.element, 'day', day);
    mark(this.element, 'status', entry.confirmed ? quote.status : 'unknown');
    this.#range.paint(quote);
    this.#flash(quote.last);
    this.paintAge();
  }

  /** How old the quote is: the one thing that changes without one. */
  paintAge() {
    const entry = quotes.entry(this.#instrument.symbol);
    if (!entry) return;
    const age = span(stream.clock.now() - entry.at);
    const status = entry.confirmed ? entry.quote.status : 'unknown';
    const told = status === 'trading' ? age : `${say(`status.${status}`)} ${age}`;
    write(this.#texts.age, told);
    // Where there is no room for the column it stands below the symbol.
    write(this.#narrowAge, told);
  }

  /** The course of the price, which has a point a second. */
  paintTrend() {
    const { symbol } = this.#instrument;
    const change = quotes.quote(symbol)?.change;
    if (this.#inSight) this.#spark.draw(quotes.history(symbol).trail, direction(change ?? 0));
  }

  /** @param {number} last */
  #flash(last) {
    const move = this.#arrow.follow(last);
    if (move === 'same') return;
    mark(this.element, 'tick', move);
    if (this.#inSight) flash(this.element, move);
  }

  /** @param {string} name */
  #text(name) {
    return (this.#texts[name] = document.createTextNode(''));
  }

  /**
   * @param {string} column
   * @param {...(Node | string)} content
   */
  #cell(column, ...content) {
    return make('td', { role: 'cell', class: column }, ...content);
  }
}
