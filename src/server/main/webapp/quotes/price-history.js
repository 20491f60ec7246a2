// @ts-check
import { Candles } from './candles.js';
import { Trend } from './trend.js';

/** The history of one price since this page was opened, as far as it is kept. */
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

  /** The prices between the last one and the next one are unknown. @param {number} [volume] of the day by now, if known */
  miss(volume) {
    this.trend.miss();
    this.candles.miss(volume);
  }
}
