// @ts-check
import { Trail } from './trail.js';

/** What one price did while this page was open, as far as it is kept. */
export class History {
  trail = new Trail();

  /**
   * @param {number} time in milliseconds
   * @param {number} price
   * @param {number} _volume of the day
   */
  add(time, price, _volume) {
    this.trail.add(time, price);
  }
}
