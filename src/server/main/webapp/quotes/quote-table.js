// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { columnStyles, fitRoom, styleColumns } from './column-styles.js';
import { arrangeColumns } from './columns.js';
import { startQuoteFeed } from './quote-feed.js';
import { quotes } from './quote-store.js';
import './quote-tools.js';
import { RowNavigation } from './row-navigation.js';
import { selection } from './selection.js';
import { tableHead } from './table-head.js';
import { TableRows } from './table-rows.js';

// Where a name has no room beside its symbol, in rem.
const NARROW = 56;

/** `<quote-table></quote-table>`: a row for each selected instrument, with its latest quote. */
export class QuoteTable extends HTMLElement {
  #table = make('table', { role: 'table' });
  #body = make('tbody', { role: 'rowgroup' });
  /** @type {TableRows | undefined} */ #rows;
  #showAll = make('button', { type: 'button' }, say('table.all'));
  #advice = document.createTextNode('');
  #none = make('p', { class: 'none', hidden: true }, this.#advice, ' ', this.#showAll);
  #waiting = make('p', { class: 'waiting' }, say('table.waiting'));
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    arrangeColumns();
    styleColumns();
    const caption = make('caption', {}, say('table.title'));
    this.#table.replaceChildren(caption, tableHead(signal), this.#body);
    const scroller = make('div', { class: 'scroller' }, this.#table, this.#none, this.#waiting);
    this.replaceChildren(make('quote-tools'), scroller);
    this.#rows = new TableRows(this.#body, scroller, signal);
    this.#watchWidth(scroller, signal);
    preferences.addEventListener('change', () => arrangeColumns() && this.#rebuild(), { signal });
    new RowNavigation(this.#body, this.#rows, signal);
    selection.addEventListener('change', () => this.#arrange(), { signal });
    for (const type of ['pointermove', 'pointerdown']) scroller.addEventListener(type, () => selection.hold(), { signal, passive: true });
    route.addEventListener('change', () => this.#updateLinks(), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this.#ages), { signal });
    this.#showAll.addEventListener('click', () => route.replace({ q: '', sector: '', list: '', symbols: '' }), { signal });
    addEventListener('beforeprint', () => this.#fill(true), { signal });
    addEventListener('afterprint', () => this.#fill(false), { signal });
    this.#arrange();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  /** @param {HTMLElement} scroller @param {AbortSignal} signal */
  #watchWidth(scroller, signal) {
    // How much room the other columns take, only the browser knows.
    const name = this.#table.querySelector('.name button');
    const watched = name ?? scroller;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      this.toggleAttribute('data-narrow', watched.clientWidth <= (name ? 0 : NARROW * rem));
    };
    const resized = new ResizeObserver(measure);
    resized.observe(watched);
    signal.addEventListener('abort', () => resized.disconnect());
    // Before anything is laid out, but after a panel has its room: rows that become higher later move.
    queueMicrotask(measure);
  }

  #rebuild() {
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** Paints what changes without a quote. */
  #ages = {
    paint: () => {
      for (const row of this.#rows ?? []) {
        row.paintAge();
        row.paintCells();
      }
    },
  };

  /** @param {string} symbol whose row gets the focus, if it is there */
  focusRow(symbol) {
    this.#rows?.choose(symbol)?.focus({ preventScroll: true });
  }

  /** @param {boolean} whole whether all rows have cells, not only those near the screen: paper has room for them */
  #fill(whole) {
    if (!this.#rows) return;
    this.#rows.whole = whole;
    this.#rows.paint();
  }

  #updateLinks() {
    for (const row of this.#rows ?? []) row.updateLink();
  }

  #arrange() {
    const { instruments } = quotes;
    const { shown } = selection;
    this.#table.style.setProperty('--letters', String(Math.max(0, ...instruments.map(({ symbol }) => symbol.length))));
    this.#waiting.hidden = instruments.length > 0;
    this.#none.hidden = shown.length > 0 || instruments.length === 0;
    setText(this.#advice, selection.advice || say('table.none'));
    fitRoom(shown);
    this.#rows?.show(shown);
  }
}

startQuoteFeed();
document.adoptedStyleSheets.push(columnStyles);
await Promise.all([loadStylesheet('quotes.css', import.meta.url), loadStylesheet('states.css', import.meta.url)]);
customElements.define('quote-table', QuoteTable);
