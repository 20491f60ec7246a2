// @ts-check
import { place } from '../core/place.js';
import { stream } from '../core/stream.js';
import { COLUMNS } from './columns.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {{keeps: (instrument: Instrument) => boolean, advice: () => string}} Sieve with what to do where it keeps nothing */

/**
 * Which instruments are shown, and in which order, as the address says. An order stays as it was made, however prices
 * move, until it is asked for again. Fires `change`.
 */
class Selection extends EventTarget {
  /** @type {Instrument[]} */ shown = [];
  /** When the order was made, by this machine's clock. */ orderedAt = 0;
  /** @type {Set<Sieve>} */ #sieves = new Set();
  /** @type {Instrument[]} */ #ordered = [];
  #sort = '';
  /** How many had no price yet when the order was made. */ #unpriced = 0;

  constructor() {
    super();
    quotes.addEventListener('instruments', () => this.order());
    place.addEventListener('change', () => (place.get('sort') === this.#sort ? this.sift() : this.order()));
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
    return [...this.#sieves].map((sieve) => sieve.advice()).find(Boolean) ?? '';
  }

  /** @param {Sieve} sieve keeps what is to be shown; `sift` when it keeps others */
  addSieve(sieve) {
    this.#sieves.add(sieve);
    // Features load in any order: the list may be there already.
    this.sift();
  }

  /** Makes the order anew. */
  order() {
    this.#sort = place.get('sort');
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
    this.sift();
  }

  /** Looks anew which are shown. */
  sift() {
    const words = place.get('q').toLowerCase().split(/\s+/).filter(Boolean);
    const sector = place.get('sector');
    this.shown = this.#ordered.filter((one) => {
      if (sector && one.sector !== sector) return false;
      const text = `${one.symbol} ${one.name}`.toLowerCase();
      return words.every((word) => text.includes(word)) && [...this.#sieves].every((sieve) => sieve.keeps(one));
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
