// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { QuoteRow } from './quote-row.js';
import { companyName, quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

// So many rows above and below the screen have their cells too: slow scrolling shows no bare ones.
const MARGIN = 12;
// The browser lays out only the groups near the screen. About as many rows as a screen has.
const GROUP = 50;

/**
 * The rows of the table. Each instrument has one, with its symbol and its name: what a browser's search and screen readers
 * look through. The cells, which cost forty times as much, are only in the rows near the screen, and in the current one.
 *
 * Another order writes other names into the rows instead of moving them: moving 2,000 elements takes the browser long.
 *
 * Fires `change` when there are other rows, or in another order.
 */
export class TableRows extends EventTarget {
  /** Whether all rows have cells, however far away they are. */ whole = false;
  /** By their place; those behind the rows on show wait for their next use. @type {HTMLElement[]} */ #all = [];
  /** What rows without cells show. @type {WeakMap<HTMLElement, Instrument>} */ #bare = new WeakMap();
  /** @type {Map<Instrument, QuoteRow>} */ #full = new Map();
  /** @type {Instrument[]} */ #shown = [];
  /** @type {Map<Instrument, number>} */ #places = new Map();
  /** @type {Instrument | undefined} */ #current;
  /** In their order; those behind the rows on show wait too. @type {HTMLElement[]} */ #groups = [];
  #body;
  #scroller;
  // Guesses, until the browser has laid the table out.
  #top = 0;
  #room = innerHeight;
  #height = 25;

  /**
   * @param {HTMLElement} body of the table
   * @param {HTMLElement} scroller around the table
   * @param {AbortSignal} signal
   */
  constructor(body, scroller, signal) {
    super();
    this.#body = body;
    this.#scroller = scroller;
    const resized = new ResizeObserver(() => this.#measure());
    resized.observe(scroller);
    resized.observe(body);
    scroller.addEventListener('scroll', () => {
      this.#top = scroller.scrollTop;
      paintSoon(this);
    }, { signal });
    signal.addEventListener('abort', () => {
      resized.disconnect();
      this.show([]);
    });
  }

  /** The rows that have cells. */
  [Symbol.iterator]() {
    return this.#full.values();
  }

  /** All rows, in their order. */
  get elements() {
    return this.#all.slice(0, this.#shown.length);
  }

  /** @param {Instrument[]} instruments in the order of their rows */
  show(instruments) {
    const same = instruments.length === this.#shown.length && instruments.every((one, at) => one === this.#shown[at]);
    this.#shown = instruments;
    if (!same) this.#arrange();
    this.paint();
  }

  /**
   * Makes a row the current one, to which Tab leads.
   * @param {string} symbol
   * @returns {HTMLElement | undefined} its link, if it has a row
   */
  choose(symbol) {
    const instrument = quotes.instrument(symbol);
    if (!instrument || !this.#places.has(instrument)) return undefined;
    if (this.#current) this.#full.get(this.#current)?.link.setAttribute('tabindex', '-1');
    this.#current = instrument;
    const { link } = this.#fill(instrument);
    link.setAttribute('tabindex', '0');
    return link;
  }

  /** Gives the rows near the screen their cells, and takes them from the others. */
  paint() {
    const near = this.#near();
    this.#bareAllBut(near);
    for (const instrument of near) this.#fill(instrument);
  }

  /** @param {Set<Instrument>} near that keep their cells */
  #bareAllBut(near) {
    for (const [instrument, row] of this.#full) {
      if (near.has(instrument)) continue;
      this.#full.delete(instrument);
      row.remove();
      this.#write(row.element, instrument);
    }
  }

  /** @returns {Set<Instrument>} whose rows have cells */
  #near() {
    const near = new Set(this.whole ? this.#shown : this.#onScreen());
    if (this.#current && this.#places.has(this.#current)) near.add(this.#current);
    return near;
  }

  #onScreen() {
    const end = this.#shown.length * this.#height - this.#room;
    const first = Math.floor(Math.min(this.#top, end) / this.#height) - MARGIN;
    // A table that is hidden has no room.
    return this.#room ? this.#shown.slice(Math.max(0, first), Math.max(0, first) + this.#room / this.#height + 2 * MARGIN) : [];
  }

  #measure() {
    this.#top = this.#scroller.scrollTop;
    this.#room = this.#scroller.clientHeight;
    this.#height = this.#all[0]?.offsetHeight || this.#height;
    this.paint();
  }

  /** @param {Instrument} instrument */
  #fill(instrument) {
    const known = this.#full.get(instrument);
    if (known) return known;
    const element = this.#all[this.#placeOf(instrument)];
    const row = new QuoteRow(element, instrument);
    this.#bare.delete(element);
    this.#full.set(instrument, row);
    return row;
  }

  /** Brings each instrument to the row of its place. */
  #arrange() {
    const focused = document.activeElement;
    this.#places = new Map(this.#shown.map((one, at) => [one, at]));
    while (this.#all.length < this.#shown.length) this.#all.push(make('tr', { role: 'row' }));
    this.#bareAllBut(this.#near());
    // Rows that keep their cells change places with others: so do the focus and the pointer's row.
    for (const [instrument, { element }] of this.#full) this.#swap(this.#all.indexOf(element), this.#placeOf(instrument));
    this.#shown.forEach((instrument, at) => {
      if (!this.#full.has(instrument)) this.#write(this.#all[at], instrument);
    });
    this.#place(this.elements);
    // An element that is moved loses the focus.
    if (focused instanceof HTMLElement && this.#body.contains(focused)) focused.focus({ preventScroll: true });
    this.dispatchEvent(new Event('change'));
  }

  /** @param {number} from @param {number} to */
  #swap(from, to) {
    [this.#all[from], this.#all[to]] = [this.#all[to], this.#all[from]];
  }

  /** @param {Instrument} instrument that is shown */
  #placeOf(instrument) {
    return /** @type {number} */ (this.#places.get(instrument));
  }

  /** @param {HTMLElement} element @param {Instrument} instrument of which it shows symbol and name from now on */
  #write(element, instrument) {
    const before = this.#bare.get(element);
    if (before === instrument) return;
    this.#bare.set(element, instrument);
    element.dataset.symbol = instrument.symbol;
    const text = `${instrument.symbol} ${companyName(instrument)}`;
    if (before) setText(/** @type {Text} */ (element.firstChild?.firstChild), text);
    else element.replaceChildren(make('th', { role: 'rowheader', scope: 'row' }, text));
  }

  /** @param {HTMLElement[]} rows */
  #place(rows) {
    const count = Math.ceil(rows.length / GROUP);
    while (this.#groups.length < count) this.#groups.push(make('div', { role: 'presentation' }));
    this.#groups.forEach((group, at) => {
      if (at >= count) group.remove();
      else fill(group, rows.slice(at * GROUP, (at + 1) * GROUP));
    });
    this.#body.append(...this.#groups.slice(this.#body.children.length, count));
  }
}

/**
 * @param {HTMLElement} group
 * @param {HTMLElement[]} rows that it has from now on
 */
function fill(group, rows) {
  const { children } = group;
  if (rows.length === children.length && rows.every((row, at) => row === children[at])) return;
  group.replaceChildren(...rows);
  group.style.setProperty('--rows', String(rows.length));
}
