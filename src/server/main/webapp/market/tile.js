// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { percent } from '../core/formats.js';
import { route } from '../core/route.js';
import { direction, quotes } from '../quotes/quote-store.js';

/** @typedef {import('./squarify.js').Box} Box */

/** The change, in percent, from which the colour gets no stronger. */
export const STRONG = 2;
const STEPS = 20;
// A smaller tile is too small to touch (WCAG 2.5.8). The lists beside the map, and the table, lead to its instrument too.
const TARGET = 24;
const SMALLEST = 10;
const LARGEST = 24;

/** The tile of an instrument in the map: a link with the colour of its change, and with a label if there is room. */
export class Tile {
  element = make('a', { class: 'tile', 'data-route': true, tabindex: '-1' });
  symbol;
  #change = document.createTextNode('');
  #small = false;

  /** @param {import('../quotes/quote-store.js').Instrument} instrument */
  constructor({ symbol }) {
    this.symbol = symbol;
    this.element.dataset.symbol = symbol;
    this.element.append(make('b', {}, symbol), ' ', make('span', {}, this.#change));
  }

  /** Whether its symbol and its change are written on it. */
  get labelled() {
    return this.element.dataset.room === 'both';
  }

  /** @param {Box} box in pixels */
  lay(box) {
    const { style, dataset } = this.element;
    fit(this.element, box);
    this.#small = Math.min(box.width, box.height) < TARGET;
    const both = Math.min((box.width - 8) / Math.max(3.9, 0.8 * this.symbol.length), (box.height - 6) / 2.4);
    const one = Math.min((box.width - 4) / (0.8 * this.symbol.length), (box.height - 4) / 1.2);
    // A number that is cut off is a different number: without room there is none.
    dataset.room = both >= SMALLEST ? 'both' : one >= SMALLEST ? 'symbol' : 'none';
    style.fontSize = `${Math.min(LARGEST, Math.max(SMALLEST, dataset.room === 'both' ? both : 0))}px`;
    this.updateLink();
  }

  /** Keeps the link to the details up to date. */
  updateLink() {
    if (this.#small) this.element.removeAttribute('href');
    else this.element.href = route.href({ symbol: this.symbol });
  }

  paint() {
    const entry = quotes.entry(this.symbol);
    const change = entry?.quote.changePercent;
    setText(this.#change, percent(change));
    setData(this.element, 'status', entry?.confirmed ? entry.quote.status : 'unknown');
    tint(this.element, change ?? 0);
  }
}

/**
 * Gives an element the colour of a change.
 * @param {HTMLElement} element
 * @param {number} change in percent
 */
export function tint(element, change) {
  const strength = Math.round(Math.min(1, Math.abs(change) / STRONG) * STEPS);
  const tint = String(change < 0 ? -strength : strength);
  if (element.dataset.tint === tint) return;
  element.dataset.tint = tint;
  element.dataset.day = direction(change);
  element.style.setProperty('--strength', `${(strength / STEPS) * 100}%`);
}

/**
 * Puts an element into its box, on whole pixels.
 * @param {HTMLElement} element
 * @param {Box} box
 */
export function fit({ style }, { left, top, width, height }) {
  style.left = `${Math.round(left)}px`;
  style.top = `${Math.round(top)}px`;
  style.width = `${Math.round(left + width) - Math.round(left)}px`;
  style.height = `${Math.round(top + height) - Math.round(top)}px`;
}
