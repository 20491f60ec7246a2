// @ts-check
import { make, setText } from '../core/dom.js';
import { place } from './columns.js';

/** The day's low and high, and a mark where the price stands between them. */
export class DayRange {
  #low = document.createTextNode('');
  #high = document.createTextNode('');
  #mark = make('i');
  #plain;
  parts = [
    make('span', {}, this.#low),
    make('span', { class: 'track' }, this.#mark),
    make('span', {}, this.#high),
  ];

  /** @param {(price: number | undefined) => string} plain writes a price */
  constructor(plain) {
    this.#plain = plain;
  }

  /** @param {import('./quote-store.js').Quote} quote */
  paint(quote) {
    const at = place(quote);
    setText(this.#low, this.#plain(quote.low));
    setText(this.#high, this.#plain(quote.high));
    this.#mark.hidden = at === undefined;
    this.#mark.style.transform = `translateX(${Math.round((at ?? 0) * 100)}%)`;
  }
}
