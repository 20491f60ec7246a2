// @ts-check
import { make, setText } from '../core/dom.js';
import { positionInDayRange } from './columns.js';

/** The day's low and high, with a mark where the last price stands between them. */
export class DayRange {
  #low = document.createTextNode('');
  #high = document.createTextNode('');
  #mark = make('i');
  #format;
  parts = [
    make('span', {}, this.#low),
    make('span', { class: 'track' }, this.#mark),
    make('span', {}, this.#high),
  ];

  /** @param {(price: number | undefined) => string} format */
  constructor(format) {
    this.#format = format;
  }

  /** @param {import('./quote-store.js').Quote} quote */
  paint(quote) {
    const position = positionInDayRange(quote);
    setText(this.#low, this.#format(quote.low));
    setText(this.#high, this.#format(quote.high));
    this.#mark.hidden = position === undefined;
    this.#mark.style.transform = `translateX(${Math.round((position ?? 0) * 100)}%)`;
  }
}
