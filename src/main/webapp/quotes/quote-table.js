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
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const table = document.createElement('table');
    table.append(this.#caption, head(), this.#body);
    this.replaceChildren(table);
    quotes.addEventListener('instruments', () => this.#replaceRows(), { signal: this.#leaving.signal });
    this.#replaceRows();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
  }

  #replaceRows() {
    const { instruments } = quotes;
    const rows = new Map(instruments.map((one) => [one.symbol, this.#row(one)]));
    for (const [symbol, row] of this.#rows) {
      if (rows.get(symbol) !== row) row.remove();
    }
    this.#rows = rows;
    this.#body.replaceChildren(...[...rows.values()].map((row) => row.element));
    this.#caption.replaceChildren(...titles(instruments));
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

/** @param {Instrument[]} instruments */
function titles(instruments) {
  const title = document.createElement('strong');
  title.textContent = 'Simulated prices';
  const currencies = new Set(instruments.map((one) => one.currency));
  const size = instruments.length ? `${instruments.length} instruments in ${[...currencies].join(', ')}` : 'Waiting for the market';
  return [title, ` made up, not a market’s · ${size}`];
}

await style('quotes.css', import.meta.url);
feedQuotes();
customElements.define('quote-table', QuoteTable);
