// @ts-check
import { make } from '../core/dom.js';
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
 * Fires `change` when there are other rows, or in another order.
 */
export class TableRows extends EventTarget {
  /** Whether all rows have cells, however far away they are. */ whole = false;
  /** @type {WeakMap<Instrument, HTMLElement>} */ #elements = new WeakMap();
  /** @type {Map<Instrument, QuoteRow>} */ #full = new Map();
  /** @type {Instrument[]} */ #shown = [];
  /** @type {HTMLElement[]} */ #placed = [];
  /** @type {Instrument | undefined} */ #current;
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
    return this.#placed;
  }

  /** @param {Instrument[]} instruments in the order of their rows */
  show(instruments) {
    this.#shown = instruments;
    this.#place(instruments.map((one) => this.#element(one)));
    this.paint();
  }

  /**
   * Makes a row the current one, to which Tab leads.
   * @param {string} symbol
   * @returns {HTMLElement | undefined} its link, if it has a row
   */
  choose(symbol) {
    const instrument = quotes.instrument(symbol);
    if (!instrument || !this.#elements.get(instrument)?.isConnected) return undefined;
    if (this.#current) this.#full.get(this.#current)?.link.setAttribute('tabindex', '-1');
    this.#current = instrument;
    const { link } = this.#fill(instrument);
    link.setAttribute('tabindex', '0');
    return link;
  }

  /** Gives the rows near the screen their cells, and takes them from the others. */
  paint() {
    const near = new Set(this.whole ? this.#shown : this.#near());
    if (this.#current && this.#elements.get(this.#current)?.isConnected) near.add(this.#current);
    for (const [instrument, row] of this.#full) {
      if (near.has(instrument)) continue;
      this.#full.delete(instrument);
      row.remove();
      row.element.replaceChildren(bare(instrument));
    }
    for (const instrument of near) this.#fill(instrument);
  }

  #near() {
    const end = this.#shown.length * this.#height - this.#room;
    const first = Math.floor(Math.min(this.#top, end) / this.#height) - MARGIN;
    // A table that is hidden has no room.
    return this.#room ? this.#shown.slice(Math.max(0, first), Math.max(0, first) + this.#room / this.#height + 2 * MARGIN) : [];
  }

  #measure() {
    this.#top = this.#scroller.scrollTop;
    this.#room = this.#scroller.clientHeight;
    this.#height = this.#placed[0]?.offsetHeight || this.#height;
    this.paint();
  }

  /** @param {Instrument} instrument */
  #fill(instrument) {
    let row = this.#full.get(instrument);
    if (!row) this.#full.set(instrument, (row = new QuoteRow(this.#element(instrument), instrument)));
    return row;
  }

  /** @param {Instrument} instrument */
  #element(instrument) {
    let element = this.#elements.get(instrument);
    if (!element) {
      element = make('tr', { role: 'row', 'data-symbol': instrument.symbol }, bare(instrument));
      this.#elements.set(instrument, element);
    }
    return element;
  }

  /** @param {HTMLElement[]} rows */
  #place(rows) {
    if (rows.length === this.#placed.length && rows.every((row, at) => row === this.#placed[at])) return;
    const focused = document.activeElement;
    const groups = [...this.#body.children];
    for (let at = 0; at < rows.length; at += GROUP) fill(groups[at / GROUP] ?? this.#addGroup(), rows.slice(at, at + GROUP));
    for (const group of groups.slice(Math.ceil(rows.length / GROUP))) group.remove();
    this.#placed = rows;
    // An element that is moved loses the focus.
    if (focused instanceof HTMLElement && this.#body.contains(focused)) focused.focus({ preventScroll: true });
    this.dispatchEvent(new Event('change'));
  }

  #addGroup() {
    const group = make('div', { role: 'presentation' });
    this.#body.append(group);
    return group;
  }
}

/**
 * @param {Element} group
 * @param {HTMLElement[]} rows that it has from now on
 */
function fill(group, rows) {
  const { children } = group;
  if (rows.length === children.length && rows.every((row, at) => row === children[at])) return;
  group.replaceChildren(...rows);
  /** @type {HTMLElement} */ (group).style.setProperty('--rows', String(rows.length));
}

/** @param {Instrument} instrument @returns {HTMLElement} what a row without cells has */
function bare(instrument) {
  return make('th', { role: 'rowheader', scope: 'row' }, `${instrument.symbol} ${companyName(instrument)}`);
}
