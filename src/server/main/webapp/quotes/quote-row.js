// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { compact, decimals, digits, duration, percent } from '../core/formats.js';
import { paintLater, paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { spread } from './columns.js';
import { DayRange } from './day-range.js';
import { direction, DirectionArrow } from './direction-arrow.js';
import { badgesOf } from './extensions.js';
import { flash } from './flash.js';
import { quotes } from './quote-store.js';
import { Sparkline } from './sparkline.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const FIGURES = ['change', 'percent', 'bid', 'ask', 'spread'];

/** One instrument's row: built once, its cells then changed in place. */
export class QuoteRow {
  element = make('tr', { role: 'row' });
  link;
  #instrument;
  #prices;
  /** @type {Record<string, Text>} */ #texts = {};
  #arrow = new DirectionArrow();
  #range;
  #narrowAge = document.createTextNode('');
  #spark = new Sparkline();
  #inSight = false;
  #leaving = new AbortController();

  /** @param {Instrument} instrument */
  constructor(instrument) {
    const { symbol, name, tickSize } = instrument;
    this.#instrument = instrument;
    this.#prices = decimals(digits(tickSize));
    this.#range = new DayRange(this.#prices.plain);
    this.element.dataset.symbol = symbol;
    this.link = make('a', { 'data-route': true, tabindex: '-1' }, symbol);
    this.point();
    const below = make('small', {}, make('em', {}, this.#narrowAge), make('span', {}, name));
    const title = make('th', { role: 'rowheader', scope: 'row', class: 'symbol' }, ...badgesOf(instrument), this.link, below);
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
    this.link.href = route.href({ symbol });
    if (symbol === route.get('symbol')) this.link.setAttribute('aria-current', 'true');
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
    setText(texts.last, plain(quote.last));
    setText(texts.change, signed(quote.change));
    setText(texts.percent, percent(quote.changePercent));
    setText(texts.bid, plain(quote.bid));
    setText(texts.ask, plain(quote.ask));
    setText(texts.spread, plain(spread(quote)));
    setText(texts.volume, compact(quote.volume));
    setData(this.element, 'day', day);
    setData(this.element, 'status', entry.confirmed ? quote.status : 'unknown');
    this.#range.paint(quote);
    this.#flash(quote.last);
    this.paintAge();
  }

  /** How old the quote is: the one thing that changes without one. */
  paintAge() {
    const entry = quotes.entry(this.#instrument.symbol);
    if (!entry) return;
    const age = duration(stream.clock.now() - entry.at);
    const status = entry.confirmed ? entry.quote.status : 'unknown';
    const told = status === 'trading' ? age : `${say(`status.${status}`)} ${age}`;
    setText(this.#texts.age, told);
    // Where there is no room for the column it stands below the symbol.
    setText(this.#narrowAge, told);
  }

  /** The state of the price, which has a point a second. */
  paintTrend() {
    const { symbol } = this.#instrument;
    const change = quotes.quote(symbol)?.change;
    if (this.#inSight) this.#spark.draw(quotes.history(symbol).trend, direction(change ?? 0));
  }

  /** @param {number} last */
  #flash(last) {
    const move = this.#arrow.follow(last);
    if (move === 'same') return;
    setData(this.element, 'tick', move);
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
