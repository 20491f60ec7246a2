// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { columnStyles } from './columns.js';
import { startQuoteFeed } from './quote-feed.js';
import { quotes } from './quote-store.js';
import './quote-tools.js';
import { RowNavigation } from './row-navigation.js';
import { selection } from './selection.js';
import { tableHead } from './table-head.js';
import { TableRows } from './table-rows.js';

// More rows than a common screen shows, and no more than one frame has time for.
const AT_ONCE = 50;
// The other rows wait so long, in milliseconds, to let the first prices through.
const REST_AFTER = 250;

/** `<quote-table></quote-table>`: a row for each selected instrument, with its latest quote. */
class QuoteTable extends HTMLElement {
  #table = make('table', { role: 'table' });
  #body = make('tbody', { role: 'rowgroup' });
  #rows = new TableRows(this.#body);
  #showAll = make('button', { type: 'button' }, say('table.all'));
  #advice = document.createTextNode('');
  #none = make('p', { class: 'none', hidden: true }, this.#advice, ' ', this.#showAll);
  #waiting = make('p', { class: 'waiting' }, say('table.waiting'));
  #timer = 0;
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const caption = make('caption', {}, say('table.title'));
    this.#table.replaceChildren(caption, tableHead(signal), this.#body);
    const scroller = make('div', { class: 'scroller' }, this.#table, this.#none, this.#waiting);
    this.replaceChildren(make('quote-tools'), scroller);
    new RowNavigation(this.#body, () => this.#arrange(Infinity), signal);
    selection.addEventListener('change', () => this.#arrange(), { signal });
    for (const type of ['pointermove', 'pointerdown']) scroller.addEventListener(type, () => selection.hold(), { signal, passive: true });
    route.addEventListener('change', () => this.#updateLinks(), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this.#ages), { signal });
    this.#showAll.addEventListener('click', () => route.replace({ q: '', sector: '', list: '', symbols: '' }), { signal });
    // Rows out of sight may be old.
    addEventListener('beforeprint', () => {
      this.#arrange(Infinity);
      for (const row of this.#rows) row.paint();
    }, { signal });
    this.#arrange();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#rows.keep(new Set());
  }

  /** Paints what changes without a quote. */
  #ages = {
    paint: () => {
      for (const row of this.#rows.seen) {
        row.paintAge();
        row.paintTrend();
      }
    },
  };

  /** Adds rows that could not be made at once. */
  #rest = {
    paint: () => {
      this.#timer = 0;
      this.#arrange();
    },
  };

  #updateLinks() {
    for (const row of this.#rows) row.updateLink();
  }

  /** @param {number} [atOnce] how many rows may be made */
  #arrange(atOnce = AT_ONCE) {
    const known = new Set(quotes.instruments.map(({ symbol }) => symbol));
    this.#rows.keep(known);
    const { shown } = selection;
    this.#table.style.setProperty('--letters', String(Math.max(0, ...[...known].map(({ length }) => length))));
    this.#waiting.hidden = known.size > 0;
    this.#none.hidden = shown.length > 0 || known.size === 0;
    setText(this.#advice, selection.advice || say('table.none'));
    // The table has its full height before all rows are there, so that nothing moves while one scrolls.
    this.#body.style.setProperty('--rows', String(shown.length));
    this.#rows.show(shown, atOnce);
    if (this.#body.children.length === shown.length) return;
    if (this.#body.children.length > AT_ONCE) paintSoon(this.#rest);
    else this.#timer ||= setTimeout(() => paintSoon(this.#rest), REST_AFTER);
  }
}

startQuoteFeed();
document.adoptedStyleSheets.push(columnStyles());
await Promise.all([loadStylesheet('quotes.css', import.meta.url), loadStylesheet('states.css', import.meta.url)]);
customElements.define('quote-table', QuoteTable);
