// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { compact, decimals, digits, percent } from '../core/formats.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { direction, quotes } from '../quotes/quote-store.js';

/** @typedef {import('../quotes/quote-store.js').Quote} Quote */

const LENGTH = 8;
// Prices change with every tick, but not the order: it could not be read.
const ORDERED_EVERY = 900;

/** @type {Record<string, (quote: Quote) => number>} The value that each list is sorted by, the highest first. */
const KINDS = {
  gainers: (quote) => quote.changePercent ?? 0,
  losers: (quote) => -(quote.changePercent ?? 0),
  active: (quote) => (quote.volume ?? 0) * quote.last,
};

/**
 * The instruments that lead in something: a table of fixed length. Its order does not change while the pointer or the focus is
 * on it, or on a list beside it: one that grows moves those below it.
 */
export class Movers {
  element = make('section');
  #kind;
  #rows = Array.from({ length: LENGTH }, () => new Mover());
  #orderedAt = -Infinity;
  /** @type {string[]} */ #symbols = [];

  /** @param {string} kind */
  constructor(kind) {
    this.#kind = kind;
    const body = make('tbody', {}, ...this.#rows.map(({ element }) => element));
    this.element.append(make('h2', {}, say(`market.${kind}`)), make('table', { 'aria-label': say(`market.${kind}`) }, body));
  }

  paint() {
    const due = performance.now() - this.#orderedAt > ORDERED_EVERY && !this.element.parentElement?.matches(':hover, :focus-within');
    if (due || !this.#symbols.length) this.#choose();
    this.#rows.forEach((row, at) => row.show(this.#symbols[at], this.#kind === 'active'));
  }

  #choose() {
    this.#orderedAt = performance.now();
    const value = KINDS[this.#kind];
    const all = quotes.instruments.flatMap(({ symbol }) => quotes.quote(symbol) ?? []);
    const wanted = this.#kind === 'active' ? all : all.filter((quote) => value(quote) > 0);
    wanted.sort((one, other) => value(other) - value(one));
    this.#symbols = wanted.slice(0, LENGTH).map(({ symbol }) => symbol);
  }
}

/** One row of a list. */
class Mover {
  element = make('tr');
  #link = make('a', { 'data-route': true });
  #last = document.createTextNode('');
  #figure = document.createTextNode('');
  #change = document.createTextNode('');

  constructor() {
    this.element.append(
      make('th', { scope: 'row' }, this.#link), make('td', { class: 'cost' }, this.#last), make('td', { class: 'percent' }, this.#change),
      make('td', { class: 'figure' }, this.#figure));
  }

  /**
   * @param {string | undefined} symbol
   * @param {boolean} turnover whether it is shown
   */
  show(symbol, turnover) {
    const quote = symbol && quotes.quote(symbol);
    const instrument = symbol && quotes.instrument(symbol);
    this.element.hidden = !quote;
    if (!quote || !instrument) return;
    if (this.#link.textContent !== symbol) this.#link.textContent = symbol;
    const href = route.href({ symbol });
    if (this.#link.getAttribute('href') !== href) this.#link.setAttribute('href', href);
    setData(this.element, 'day', direction(quote.changePercent ?? 0));
    setText(this.#last, decimals(digits(instrument.tickSize)).plain(quote.last));
    setText(this.#change, percent(quote.changePercent));
    setText(this.#figure, turnover ? compact((quote.volume ?? 0) * quote.last) : '');
  }
}
