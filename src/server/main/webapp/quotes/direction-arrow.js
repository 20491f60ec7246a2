// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';

const SHAPES = { up: '▲', down: '▼', same: '' };

/** An arrow for the direction of the last change of a price, with a word for screen readers. */
export class DirectionArrow {
  element = make('span', { class: 'arrow', role: 'img', 'aria-hidden': 'true' });
  /** @type {'up' | 'down' | 'same'} */ #move = 'same';
  #shown = Number.NaN;

  /**
   * @param {number} last
   * @returns {'up' | 'down' | 'same'} how the price has changed since the last call
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
