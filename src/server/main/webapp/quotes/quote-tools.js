// @ts-check
import { make, setText } from '../core/dom.js';
import { time } from '../core/formats.js';
import { onKey } from '../core/keys.js';
import { route } from '../core/route.js';
import { nameOf, say } from '../core/words.js';
import { quotes } from './quote-store.js';
import { selection } from './selection.js';

/** `<quote-tools></quote-tools>`: what is shown in the table, and what of it. */
class QuoteTools extends HTMLElement {
  #filter = make('input', {
    type: 'search', placeholder: say('tools.filter'), 'aria-label': say('tools.filter'), 'aria-keyshortcuts': '/',
    spellcheck: 'false', autocomplete: 'off', enterkeyhint: 'done',
  });
  #sector = make('select', { 'aria-label': say('tools.sector') });
  #origin = document.createTextNode('');
  #count = document.createTextNode('');
  #again = make('button', { type: 'button', class: 'again', title: say('tools.again') });
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const note = make('p', {}, make('strong', {}, this.#origin), ' ', make('span', {}, this.#count));
    this.replaceChildren(this.#filter, this.#sector, ...extras.map((extra) => extra()), this.#again, note);
    quotes.addEventListener('instruments', () => this.#list(), { signal });
    quotes.addEventListener('recorded', () => this.#tell(), { signal });
    selection.addEventListener('change', () => this.#tell(), { signal });
    this.#filter.addEventListener('input', () => route.replace({ q: this.#filter.value.trim() }), { signal });
    this.#filter.addEventListener('keydown', (event) => this.#leave(event), { signal });
    this.#sector.addEventListener('change', () => route.replace({ sector: this.#sector.value }), { signal });
    this.#again.addEventListener('click', () => selection.order(), { signal });
    onKey('/', () => this.#search(), { signal });
    onKey('s', () => selection.order(), { signal });
    onKey('Escape', () => this.#clear(), { signal });
    this.#list();
    this.#tell();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #search() {
    this.#filter.focus();
    this.#filter.select();
  }

  /** @returns {boolean} whether the key was for the filter: what lies over the table is closed first */
  #clear() {
    if (!route.get('q') || route.get('symbol') || !this.#filter.checkVisibility()) return false;
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
    if (key !== 'Escape') dispatchArrow();
  }

  #list() {
    const sectors = [...new Set(quotes.instruments.map(({ sector }) => sector))].sort();
    const options = sectors.map((sector) => make('option', { value: sector }, nameOf('sector', sector)));
    this.#sector.replaceChildren(make('option', { value: '' }, say('tools.allSectors')), ...options);
    this.#tell();
  }

  #tell() {
    const { instruments, recorded } = quotes;
    const { shown, sort, orderedAt } = selection;
    if (document.activeElement !== this.#filter) this.#filter.value = route.get('q');
    this.#sector.value = route.get('sector');
    this.#again.hidden = !sort.column;
    this.#again.textContent = say('tools.ordered', { time: time(orderedAt) });
    setText(this.#origin, say(recorded ? 'table.recorded' : 'table.simulated'));
    const all = instruments.length;
    const currencies = [...new Set(instruments.map(({ currency }) => currency))].join(', ');
    const count = shown.length === all ? say('table.count', { count: all }) : say('table.some', { count: shown.length, all });
    setText(this.#count, all ? `${count} · ${currencies}` : '');
  }
}

/** @type {(() => HTMLElement)[]} */ const extras = [];

/**
 * Lets another feature put a tool of its own beside the others; to be called before the table is there.
 * @param {() => HTMLElement} extra
 */
export function addTool(extra) {
  extras.push(extra);
}

function dispatchArrow() {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
}

customElements.define('quote-tools', QuoteTools);
