// @ts-check
import { style } from '../core/style.js';
import { feedQuotes } from './quote-feed.js';
import { QuoteRow } from './quote-row.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const COLUMNS = {
  symbol: 'Symbol', name: 'Name', last: 'Last', change: 'Change', percent: 'Change %',
  bid: 'Bid', ask: 'Ask', volume: 'Volume', time: 'Time',
};

/** `<quote-table></quote-table>`: a row for each instrument with its latest quote, in the server's order. */
class QuoteTable extends HTMLElement {
  /** @type {Map<string, QuoteRow>} */ #rows = new Map();
  #caption = document.createElement('caption');
  #body = document.createElement('tbody');
  #sight = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: '100px 0px' });
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const table = document.createElement('table');
    table.append(this.#caption, head(), this.#body);
    this.replaceChildren(table);
    const { signal } = this.#leaving;
    quotes.addEventListener('instruments', () => this.#replaceRows(), { signal });
    quotes.addEventListener('recorded', () => this.#entitle(), { signal });
    this.#replaceRows();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#sight.disconnect();
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
  }

  #replaceRows() {
    const { instruments } = quotes;
    const rows = new Map(instruments.map((one) => [one.symbol, this.#row(one)]));
    for (const [symbol, row] of this.#rows) {
      if (rows.get(symbol) === row) continue;
      this.#sight.unobserve(row.element);
      row.remove();
    }
    for (const [symbol, row] of rows) {
      if (this.#rows.get(symbol) !== row) this.#sight.observe(row.element);
    }
    this.#rows = rows;
    this.#body.replaceChildren(...[...rows.values()].map((row) => row.element));
    this.#entitle();
  }

  #entitle() {
    const { instruments, recorded } = quotes;
    const title = document.createElement('strong');
    title.textContent = recorded ? 'Recorded trades, played again' : 'Simulated prices, all made up';
    const currencies = new Set(instruments.map((one) => one.currency));
    const size = instruments.length === 1 ? '1 instrument' : `${instruments.length} instruments`;
    this.#caption.replaceChildren(title, instruments.length ? ` ${size} · ${[...currencies].join(', ')}` : '');
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) {
      const row = this.#rows.get(/** @type {HTMLElement} */ (target).dataset.symbol ?? '');
      if (row) row.inSight = isIntersecting;
    }
  }

  /** @param {Instrument} instrument */
  #row(instrument) {
    const known = this.#rows.get(instrument.symbol);
    return known?.shows(instrument) ? known : new QuoteRow(instrument);
  }
}

function head() {
  const row = document.createElement('tr');
  for (const [column, title] of Object.entries(COLUMNS)) {
    const header = document.createElement('th');
    header.scope = 'col';
    header.className = column;
    header.textContent = title;
    row.append(header);
  }
  const head = document.createElement('thead');
  head.append(row);
  return head;
}

await style('quotes.css', import.meta.url);
feedQuotes();
customElements.define('quote-table', QuoteTable);
