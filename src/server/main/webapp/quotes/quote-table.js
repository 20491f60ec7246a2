// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { feedQuotes } from './quote-feed.js';
import { quotes } from './quote-store.js';
import './quote-tools.js';
import { RowNavigation } from './row-navigation.js';
import { selection } from './selection.js';
import { head } from './table-head.js';
import { TableRows } from './table-rows.js';

// More than a common screen has room for, and no more than a frame has time for.
const AT_ONCE = 50;
// For as long the others leave the way to the prices of the first.
const BREATH = 250;

/** `<quote-table></quote-table>`: a row for each instrument that is selected, with its latest quote. */
class QuoteTable extends HTMLElement {
  #table = make('table', { role: 'table' });
  #body = make('tbody', { role: 'rowgroup' });
  #rows = new TableRows(this.#body);
  #all = make('button', { type: 'button' }, say('table.all'));
  #advice = document.createTextNode('');
  #none = make('p', { class: 'none', hidden: true }, this.#advice, ' ', this.#all);
  #waiting = make('p', { class: 'waiting' }, say('table.waiting'));
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const caption = make('caption', {}, say('table.title'));
    this.#table.replaceChildren(caption, head(signal), this.#body);
    const scroller = make('div', { class: 'scroller' }, this.#table, this.#none, this.#waiting);
    this.replaceChildren(make('quote-tools'), scroller);
    new RowNavigation(this.#body, () => this.#arrange(Infinity), signal);
    selection.addEventListener('change', () => this.#arrange(), { signal });
    route.addEventListener('change', () => this.#point(), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this.#slow), { signal });
    this.#all.addEventListener('click', () => route.replace({ q: '', sector: '', list: '', symbols: '' }), { signal });
    this.#arrange();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    clearTimeout(this.#breath);
    this.#breath = 0;
    this.#rows.keep(new Set());
  }

  /** What changes without a quote, or less often than one. */
  #slow = {
    paint: () => {
      for (const row of this.#rows.seen) {
        row.paintAge();
        row.paintTrend();
      }
    },
  };

  #point() {
    for (const row of this.#rows) row.point();
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
    // As high from the start as with all rows, however few are there: nothing to scroll moves.
    this.#body.style.setProperty('--rows', String(shown.length));
    this.#rows.show(shown, atOnce);
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
}

feedQuotes();
await Promise.all([loadStylesheet('quotes.css', import.meta.url), loadStylesheet('states.css', import.meta.url)]);
customElements.define('quote-table', QuoteTable);
