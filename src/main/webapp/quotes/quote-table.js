// @ts-check
import { make, write } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { place } from '../core/place.js';
import { pulse } from '../core/pulse.js';
import { style } from '../core/style.js';
import { say } from '../core/words.js';
import { Cursor } from './cursor.js';
import { feedQuotes } from './quote-feed.js';
import { head } from './quote-head.js';
import { QuoteRow } from './quote-row.js';
import { quotes } from './quote-store.js';
import './quote-tools.js';
import { selection } from './selection.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

// More than a common screen has room for, and no more than a frame has time for.
const AT_ONCE = 50;
// For as long the others leave the way to the prices of the first.
const BREATH = 250;

/** `<quote-table></quote-table>`: a row for each instrument that is selected, with its latest quote. */
class QuoteTable extends HTMLElement {
  /** @type {Map<string, QuoteRow>} */ #rows = new Map();
  /** @type {Set<QuoteRow>} */ #seen = new Set();
  #table = make('table', { role: 'table' });
  #body = make('tbody', { role: 'rowgroup' });
  #all = make('button', { type: 'button' }, say('table.all'));
  #advice = document.createTextNode('');
  #none = make('p', { class: 'none', hidden: true }, this.#advice, ' ', this.#all);
  #waiting = make('p', { class: 'waiting' }, say('table.waiting'));
  #sight = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: '100px 0px' });
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const caption = make('caption', {}, say('table.title'));
    this.#table.replaceChildren(caption, head(signal), this.#body);
    const scroller = make('div', { class: 'scroller' }, this.#table, this.#none, this.#waiting);
    this.replaceChildren(make('quote-tools'), scroller);
    new Cursor(this.#body, () => this.#arrange(Infinity), signal);
    selection.addEventListener('change', () => this.#arrange(), { signal });
    place.addEventListener('change', () => this.#rows.forEach((row) => row.point()), { signal });
    pulse.addEventListener('second', () => paintSoon(this.#slow), { signal });
    this.#all.addEventListener('click', () => place.amend({ q: '', sector: '', list: '', symbols: '' }), { signal });
    this.#arrange();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    clearTimeout(this.#breath);
    this.#sight.disconnect();
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
    this.#seen.clear();
  }

  /** What changes without a quote, or less often than one. */
  #slow = {
    paint: () => {
      for (const row of this.#seen) {
        row.paintAge();
        row.paintTrend();
      }
    },
  };

  /** @param {number} [atOnce] how many rows may be made */
  #arrange(atOnce = AT_ONCE) {
    const known = new Set(quotes.instruments.map(({ symbol }) => symbol));
    for (const [symbol, row] of this.#rows) if (!known.has(symbol)) this.#drop(row);
    const { shown } = selection;
    this.#table.style.setProperty('--letters', String(Math.max(0, ...[...known].map(({ length }) => length))));
    this.#waiting.hidden = known.size > 0;
    this.#none.hidden = shown.length > 0 || known.size === 0;
    write(this.#advice, selection.advice || say('table.none'));
    // As high from the start as with all rows, however few are there: nothing to scroll moves.
    this.#body.style.setProperty('--rows', String(shown.length));
    this.#place(this.#build(shown, atOnce));
    if (this.#body.children.length === shown.length) return;
    if (this.#body.children.length > AT_ONCE) paintSoon(this.#rest);
    else this.#breath ||= setTimeout(() => paintSoon(this.#rest), BREATH);
  }

  #breath = 0;
  #rest = {
    paint: () => {
      this.#breath = 0;
      this.#arrange();
    },
  };

  /**
   * The rows from the first on, until enough are new: those in sight come at once, the others with later frames.
   * @param {Instrument[]} instruments
   * @param {number} atOnce
   */
  #build(instruments, atOnce) {
    const most = this.#rows.size + atOnce;
    const rows = [];
    for (const instrument of instruments) {
      if (this.#rows.size >= most && !this.#rows.has(instrument.symbol)) break;
      rows.push(this.#row(instrument).element);
    }
    return rows;
  }

  /** @param {Element[]} rows that there are to be and no others */
  #place(rows) {
    const { children } = this.#body;
    const first = rows.findIndex((row, at) => row !== children[at]);
    if (first < 0 && rows.length === children.length) return;
    const focused = document.activeElement;
    if (first === children.length) this.#body.append(...rows.slice(first));
    else this.#body.replaceChildren(...rows);
    // What is taken out and put in again loses the focus.
    if (focused instanceof HTMLElement && this.#body.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** @param {QuoteRow} row */
  #drop(row) {
    this.#sight.unobserve(row.element);
    this.#seen.delete(row);
    this.#rows.delete(row.instrument.symbol);
    row.remove();
  }

  /** @param {Instrument} instrument */
  #row(instrument) {
    const known = this.#rows.get(instrument.symbol);
    if (known?.shows(instrument)) return known;
    if (known) this.#drop(known);
    const row = new QuoteRow(instrument);
    this.#rows.set(instrument.symbol, row);
    this.#sight.observe(row.element);
    return row;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) {
      const row = this.#rows.get(/** @type {HTMLElement} */ (target).dataset.symbol ?? '');
      if (!row) continue;
      row.inSight = isIntersecting;
      if (isIntersecting) this.#seen.add(row);
      else this.#seen.delete(row);
    }
  }
}

feedQuotes();
await Promise.all([style('quotes.css', import.meta.url), style('states.css', import.meta.url)]);
customElements.define('quote-table', QuoteTable);
