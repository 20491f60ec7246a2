// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';

const SHAPES = { up: '▲', down: '▼', same: '' };

/** Which way the price went last: a shape, and a word for those who do not see it. */
export class DirectionArrow {
  element = make('span', { class: 'arrow', role: 'img', 'aria-hidden': 'true' });
  /** @type {'up' | 'down' | 'same'} */ #move = 'same';
  #shown = Number.NaN;

  /**
   * @param {number} last
   * @returns {'up' | 'down' | 'same'} how that differs from what it was told before
   */
  follow(last) {
    const move = direction(last - this.#shown);
    this.#shown = last;
    if (move === 'same' || move === this.#move) return move;
    this.#move = move;
    this.element.textContent = SHAPES[move];
    this.element.removeAttribute('aria-hidden');
    this.element.setAttribute('aria-label', say(`tick.${move}`));
    return move;
  }
}

/** @param {number} difference @returns {'up' | 'down' | 'same'} */
export function direction(difference) {
  if (difference > 0) return 'up';
  return difference < 0 ? 'down' : 'same';
}
