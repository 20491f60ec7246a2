// @ts-check
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';
import { COLUMNS } from './columns.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {{keeps: (instrument: Instrument) => boolean, advice: () => string}} Filter with what to do where it keeps nothing */

/**
 * Which instruments are shown, and in which order, as the address says. An order stays as it was made, however prices
 * move, until it is asked for again. Fires `change`.
 */
class Selection extends EventTarget {
  /** @type {Instrument[]} */ shown = [];
  /** When the order was made, by this machine's clock. */ orderedAt = 0;
  /** @type {Set<Filter>} */ #filters = new Set();
  /** @type {Instrument[]} */ #ordered = [];
  #sort = '';
  /** How many had no price yet when the order was made. */ #unpriced = 0;

  constructor() {
    super();
    quotes.addEventListener('instruments', () => this.order());
    route.addEventListener('change', () => (route.get('sort') === this.#sort ? this.applyFilters() : this.order()));
    // A list can be faster than its prices: who gets a first one gets a place by it.
    stream.addEventListener('batch', () => {
      if (this.#unpriced && unpriced() < this.#unpriced) this.order();
    });
  }

  /** The column it is ordered by, and which way; no column for the server's order. */
  get sort() {
    const column = this.#sort.replace(/^-/, '');
    return { column: valueOf(column) ? column : '', descending: this.#sort.startsWith('-') };
  }

  /** What to do where nothing is shown; empty where that is plain. */
  get advice() {
    return [...this.#filters].map((filter) => filter.advice()).find(Boolean) ?? '';
  }

  /** @param {Filter} filter keeps what is to be shown; `applyFilters` when it keeps others */
  addFilter(filter) {
    this.#filters.add(filter);
    // Features load in any order: the list may be there already.
    this.applyFilters();
  }

  /** Makes the order anew. */
  order() {
    this.#sort = route.get('sort');
    this.orderedAt = Date.now();
    const { column, descending } = this.sort;
    const value = valueOf(column);
    const sign = descending ? -1 : 1;
    const keyed = quotes.instruments.map((instrument) => {
      const entry = quotes.entry(instrument.symbol);
      return { instrument, key: value?.(instrument, entry?.quote, entry?.at) };
    });
    if (value) keyed.sort((one, other) => compare(one.key, other.key, sign));
    this.#unpriced = value ? unpriced() : 0;
    this.#ordered = keyed.map(({ instrument }) => instrument);
    this.applyFilters();
  }

  /** Looks anew which are shown. */
  applyFilters() {
    const words = route.get('q').toLowerCase().split(/\s+/).filter(Boolean);
    const sector = route.get('sector');
    this.shown = this.#ordered.filter((one) => {
      if (sector && one.sector !== sector) return false;
      const text = `${one.symbol} ${one.name}`.toLowerCase();
      return words.every((word) => text.includes(word)) && [...this.#filters].every((filter) => filter.keeps(one));
    });
    this.dispatchEvent(new Event('change'));
  }
}

function unpriced() {
  return quotes.instruments.filter(({ symbol }) => !quotes.entry(symbol)).length;
}

/** @param {string} column */
function valueOf(column) {
  return COLUMNS.find(({ name }) => name === column)?.value;
}

/**
 * What has no value comes last, whichever way.
 * @param {string | number | undefined} one
 * @param {string | number | undefined} other
 * @param {number} sign
 */
function compare(one, other, sign) {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === 'string' && typeof other === 'string') return sign * one.localeCompare(other);
  return sign * (Number(one) - Number(other));
}

/** What the table shows. */
export const selection = new Selection();
