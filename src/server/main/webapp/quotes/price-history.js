// @ts-check
import { Candles } from './candles.js';
import { Trend } from './trend.js';

/** What one price did while this page was open, as far as it is kept. */
export class PriceHistory {
  trend = new Trend();
  candles = new Candles();

  /**
   * @param {number} time in milliseconds
   * @param {number} price
   * @param {number} volume of the day
   */
  add(time, price, volume) {
    this.trend.add(time, price);
    this.candles.add(time, price, volume);
  }

  /** What was between the last price and the next is not known. */
  miss() {
    this.trend.miss();
    this.candles.miss();
  }
}
