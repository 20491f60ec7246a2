// @ts-check
import { preferences } from '../core/preferences.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { COLUMNS } from './columns.js';
import { quotes } from './quote-store.js';
import { ranking } from './search.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */
// A row must not leave from under a pointer that moves to it.
const HELD_FOR = 2000;
const alphabet = new Intl.Collator();

/** @typedef {{keeps: (instrument: Instrument) => boolean, advice: () => string}} Filter with advice for a visitor who sees nothing because of it */

/**
 * The instruments that are shown, and their order, as the address says: by how well they match a search, then by a column.
 * Rows keep their order while prices move, until the visitor sorts again, or has chosen that they follow. Fires `change`.
 */
class Selection extends EventTarget {
  /** @type {Instrument[]} */ shown = [];
  /** When the instruments were sorted, by this machine's clock. */ orderedAt = 0;
  /** @type {Set<Filter>} */ #filters = new Set();
  /** @type {Instrument[]} */ #ordered = [];
  #sort = '';
  #heldUntil = 0;
  /** How many had no price yet at that time. */ #unpriced = 0;

  constructor() {
    super();
    quotes.addEventListener('instruments', () => this.order());
    route.addEventListener('change', () => (route.get('sort') === this.#sort ? this.applyFilters() : this.order()));
    // The list can be faster than its prices: an instrument is sorted again when it has its first price.
    stream.addEventListener('batch', () => {
      if (this.#unpriced && unpriced() < this.#unpriced) this.order();
    });
    secondTimer.addEventListener('second', () => {
      if (this.live && this.sort.column && performance.now() > this.#heldUntil) this.order();
    });
  }

  /** The column and the direction of the order; no column for the server's order. */
  get sort() {
    const column = this.#sort.replace(/^-/, '');
    return { column: valueOf(column) ? column : '', descending: this.#sort.startsWith('-') };
  }

  /** Whether the order follows the prices. */
  get live() {
    return preferences.get('order') === 'live';
  }

  set live(live) {
    preferences.set('order', live ? 'live' : '');
    this.order();
  }

  /** Keeps the order for a moment, even if it is to follow the prices. */
  hold() {
    this.#heldUntil = performance.now() + HELD_FOR;
  }

  /** What a visitor who sees nothing can do; empty if no filter knows. */
  get advice() {
    return [...this.#filters].map((filter) => filter.advice()).find(Boolean) ?? '';
  }

  /** @param {Filter} filter that calls `applyFilters` when it keeps other instruments */
  addFilter(filter) {
    this.#filters.add(filter);
    // The instruments may have arrived before this feature.
    this.applyFilters();
  }

  /** Sorts the instruments. */
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

  /** Decides again which of them are shown. */
  applyFilters() {
    const sector = route.get('sector');
    const rank = ranking(route.get('q'), quotes.instruments);
    const kept = this.#ordered.filter((one) => (!sector || one.sector === sector) && [...this.#filters].every((filter) => filter.keeps(one)));
    this.shown = rank ? ranked(kept, rank) : kept;
    this.dispatchEvent(new Event('change'));
  }
}

/**
 * Those that match, the best first; equals keep their order.
 * @param {Instrument[]} instruments
 * @param {(instrument: Instrument) => number} rank
 */
function ranked(instruments, rank) {
  return instruments.map((instrument) => ({ instrument, at: rank(instrument) }))
    .filter(({ at }) => at < Infinity)
    .sort((one, other) => one.at - other.at)
    .map(({ instrument }) => instrument);
}

function unpriced() {
  return quotes.instruments.filter(({ symbol }) => !quotes.entry(symbol)).length;
}

/** @param {string} column */
function valueOf(column) {
  return COLUMNS.find(({ name }) => name === column)?.value;
}

/**
 * Puts instruments without a value last, in both directions.
 * @param {string | number | undefined} one
 * @param {string | number | undefined} other
 * @param {number} sign
 */
function compare(one, other, sign) {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === 'string' && typeof other === 'string') return sign * alphabet.compare(one, other);
  return sign * (Number(one) - Number(other));
}

/** The selection of the table. */
export const selection = new Selection();
