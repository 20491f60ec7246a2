// @ts-check
import { Candles } from './candles.js';
import { Trail } from './trail.js';

/** What one price did while this page was open, as far as it is kept. */
export class History {
  trail = new Trail();
  candles = new Candles();

  /**
   * @param {number} time in milliseconds
   * @param {number} price
   * @param {number} volume of the day
   */
  add(time, price, volume) {
    this.trail.add(time, price);
    this.candles.add(time, price, volume);
  }

  /** What was between the last price and the next is not known. */
  miss() {
    this.trail.miss();
    this.candles.miss();
  }
}
