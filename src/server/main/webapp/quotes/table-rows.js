// @ts-check
import { QuoteRow } from './quote-row.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

/** The rows of the table: each is made when it is first shown, told whether it is in sight, and kept until it is dropped. */
export class TableRows {
  /** The rows in sight. @type {Set<QuoteRow>} */ seen = new Set();
  /** @type {Map<string, QuoteRow>} */ #all = new Map();
  #sight = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: '100px 0px' });
  #body;

  /** @param {HTMLElement} body of the table */
  constructor(body) {
    this.#body = body;
  }

  [Symbol.iterator]() {
    return this.#all.values();
  }

  /**
   * Shows these instruments in their order, as many as have rows or may get one.
   * @param {Instrument[]} instruments
   * @param {number} atOnce how many rows may be made
   */
  show(instruments, atOnce) {
    const most = this.#all.size + atOnce;
    const rows = [];
    for (const instrument of instruments) {
      if (this.#all.size >= most && !this.#all.has(instrument.symbol)) break;
      rows.push(this.#row(instrument).element);
    }
    this.#place(rows);
  }

  /** @param {Set<string>} symbols the rows of all others are dropped */
  keep(symbols) {
    for (const [symbol, row] of this.#all) if (!symbols.has(symbol)) this.#drop(row);
  }

  /** @param {Element[]} rows */
  #place(rows) {
    const { children } = this.#body;
    const first = rows.findIndex((row, at) => row !== children[at]);
    if (first < 0 && rows.length === children.length) return;
    const focused = document.activeElement;
    if (first === children.length) this.#body.append(...rows.slice(first));
    else this.#body.replaceChildren(...rows);
    // An element that is moved loses the focus.
    if (focused instanceof HTMLElement && this.#body.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** @param {QuoteRow} row */
  #drop(row) {
    this.#sight.unobserve(row.element);
    this.seen.delete(row);
    this.#all.delete(row.instrument.symbol);
    row.remove();
  }

  /** @param {Instrument} instrument */
  #row(instrument) {
    const known = this.#all.get(instrument.symbol);
    if (known?.shows(instrument)) return known;
    if (known) this.#drop(known);
    const row = new QuoteRow(instrument);
    this.#all.set(instrument.symbol, row);
    this.#sight.observe(row.element);
    return row;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) {
      const row = this.#all.get(/** @type {HTMLElement} */ (target).dataset.symbol ?? '');
      if (!row) continue;
      row.inSight = isIntersecting;
      if (isIntersecting) this.seen.add(row);
      else this.seen.delete(row);
    }
  }
}
