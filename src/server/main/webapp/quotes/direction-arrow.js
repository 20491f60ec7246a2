// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';
import { direction } from './quote-store.js';

/** @typedef {import('./quote-store.js').Direction} Direction */

const SHAPES = { up: '▲', down: '▼', same: '' };

/** An arrow for the direction of the last change of a price, with a word for screen readers. */
export class DirectionArrow {
  element = make('span', { class: 'arrow', role: 'img', 'aria-hidden': 'true' });
  /** The direction that it shows. @type {Direction} */ move = 'same';
  #shown = Number.NaN;

  /**
   * @param {number} last
   * @param {Direction} before how the price changed before it was first shown here
   * @returns {Direction} how it has changed since the last call
   */
  follow(last, before) {
    const move = direction(last - this.#shown);
    this.#point(Number.isNaN(this.#shown) ? before : move);
    this.#shown = last;
    return move;
  }

  /** @param {Direction} move */
  #point(move) {
    if (move === 'same' || move === this.move) return;
    this.move = move;
    this.element.textContent = SHAPES[move];
    this.element.removeAttribute('aria-hidden');
    this.element.setAttribute('aria-label', say(`tick.${move}`));
  }
}
