// @ts-check
import { make, setText } from '../core/dom.js';
import { date, time } from '../core/formats.js';
import { LETTERS, onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { route } from '../core/route.js';
import { nameOf, say } from '../core/words.js';
import { COLUMNS } from './columns.js';
import { makeTools } from './extensions.js';
import { quotes } from './quote-store.js';
import { selection } from './selection.js';

/** `<quote-tools></quote-tools>`: filters and orders the table, and says how many instruments it shows. */
class QuoteTools extends HTMLElement {
  #filter = make('input', {
    type: 'search', placeholder: say('tools.filter'), 'aria-label': say('tools.filter'), 'aria-keyshortcuts': '/',
    spellcheck: 'false', autocomplete: 'off', enterkeyhint: 'done',
  });
  #sector = make('select', { 'aria-label': say('tools.sector') });
  #origin = document.createTextNode('');
  #count = document.createTextNode('');
  // A narrow table leaves columns out, with the heads that sort by them.
  #sort = make('select', { 'aria-label': say('tools.sort') });
  #sorted = document.createTextNode('');
  #sortAgain = make('button', { type: 'button', class: 'sort-again', title: say('tools.sortAgain'), 'aria-label': say('tools.sortAgain') }, '↻');
  #live = make('button', { type: 'button' }, say('tools.live'));
  #columns = make('button', { type: 'button', class: 'columns' }, say('tools.columns'));
  #export = make('button', { type: 'button', class: 'export', title: say('tools.export') }, 'CSV');
  #order = make('div', { class: 'order' }, this.#sort, make('span', {}, this.#sorted), this.#sortAgain, this.#live);
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const note = make('p', {}, make('strong', {}, this.#origin), ' ', make('span', { role: 'status' }, this.#count));
    this.replaceChildren(this.#filter, this.#sector, ...makeTools(), this.#order, make('div', { class: 'forms' }, this.#columns, this.#export), note);
    quotes.addEventListener('instruments', () => this.#listSectors(), { signal });
    quotes.addEventListener('recorded', () => this.#show(), { signal });
    selection.addEventListener('change', () => this.#show(), { signal });
    this.#filter.addEventListener('input', () => route.replace({ q: this.#filter.value.trim() }), { signal });
    this.#filter.addEventListener('keydown', (event) => this.#leave(event), { signal });
    this.#sector.addEventListener('change', () => route.replace({ sector: this.#sector.value }), { signal });
    this.#sort.addEventListener('change', () => route.replace({ sort: this.#sort.value }), { signal });
    this.#sortAgain.addEventListener('click', () => selection.order(), { signal });
    this.#live.addEventListener('click', () => (selection.live = !selection.live), { signal });
    this.#columns.addEventListener('click', () => {
      import('./columns-dialog.js').then(({ openColumns }) => openColumns()).catch(reloadIfModuleIsMissing);
    }, { signal });
    this.#export.addEventListener('click', () => {
      import('./table-export.js').then(({ exportTable }) => exportTable(selection.shown)).catch(reloadIfModuleIsMissing);
    }, { signal });
    onKey('s', () => selection.order(), { signal });
    onKey('Escape', () => this.#clearFilter(), { signal });
    this.#listColumns();
    this.#listSectors();
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  focusFilter() {
    // Another view, or on a small screen the details, may cover it.
    for (const cover of [{ view: '' }, { symbol: '' }]) if (!this.#filter.checkVisibility()) route.navigate(cover);
    this.#filter.focus();
    this.#filter.select();
  }

  /** @returns {boolean} whether there was anything to clear: otherwise the key is for others */
  #clearFilter() {
    if (!route.get('q') || !this.#filter.checkVisibility()) return false;
    route.replace({ q: '' });
    return true;
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    const { key } = event;
    if (key === 'Escape') route.replace({ q: (this.#filter.value = '') });
    else if (key !== 'ArrowDown' && key !== 'Enter') return;
    event.preventDefault();
    this.#filter.blur();
    // The same key leads to the first row.
    if (key !== 'Escape') document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  }

  #listColumns() {
    const orders = COLUMNS.filter(({ value }) => value).flatMap(({ name }) => [[`-${name}`, `↓ ${say(`column.${name}`)}`], [name, `↑ ${say(`column.${name}`)}`]]);
    this.#sort.replaceChildren(...[['', say('tools.sort')], ...orders].map(([value, text]) => make('option', { value }, text)));
  }

  #listSectors() {
    const sectors = [...new Set(quotes.instruments.map(({ sector }) => sector))].sort();
    const options = sectors.map((sector) => make('option', { value: sector }, nameOf('sector', sector)));
    this.#sector.replaceChildren(make('option', { value: '' }, say('tools.allSectors')), ...options);
    this.#show();
  }

  #show() {
    const { instruments, recorded } = quotes;
    const { shown, sort, orderedAt, live } = selection;
    if (document.activeElement !== this.#filter) this.#filter.value = route.get('q');
    this.#sector.value = route.get('sector');
    this.#sort.value = sort.column && route.get('sort');
    this.#order.toggleAttribute('data-sorted', sort.column !== '');
    this.#live.hidden = !sort.column;
    this.#live.setAttribute('aria-pressed', String(live));
    this.#sortAgain.hidden = live || !sort.column;
    setText(this.#sorted, live || !sort.column ? '' : say('tools.sorted', { time: time(orderedAt) }));
    setText(this.#origin, recorded ? say('table.recorded', { date: date(recorded) }) : say('table.simulated'));
    const all = instruments.length;
    const currencies = [...new Set(instruments.map(({ currency }) => currency))].join(', ');
    const count = shown.length === all ? say('table.count', { count: all }) : say('table.some', { count: shown.length, all });
    setText(this.#count, all ? `${count} · ${currencies}` : '');
  }
}

/** Leads to the filter, also from another view that the page was opened with. */
function search() {
  const tools = () => /** @type {QuoteTools | null} */ (document.querySelector('quote-tools'));
  if (!tools()) route.navigate({ view: '' });
  tools()?.focusFilter();
}

customElements.define('quote-tools', QuoteTools);
onKey('/', search);
// The letter itself goes into the field.
onKey(LETTERS, () => search() ?? false);
