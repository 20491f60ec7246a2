// @ts-check

/** @typedef {{time: number, open: number, high: number, low: number, close: number, volume: number}} Candle with NaN for prices that are unknown */

const STEP = 5000;
const FIRST_SIZE = 45;
const SIZE = 720;
const ROOM = 72;

/**
 * The price of an instrument over the last hour that this page has seen, in steps of five seconds: candles of any interval
 * are built from them. The arrays are bounded, because there are hundreds of prices and a page stays open all day. They are
 * small at first, because most pages do not, and large ones would delay the first prices.
 */
export class Candles {
  #open = new Float64Array(FIRST_SIZE);
  #high = new Float64Array(FIRST_SIZE);
  #low = new Float64Array(FIRST_SIZE);
  #close = new Float64Array(FIRST_SIZE);
  #volume = new Float64Array(FIRST_SIZE);
  #count = 0;
  /** The first step, in steps since 1970. */ #start = 0;
  #dayVolume = -1;
  #missed = false;

  /**
   * @param {number} time in milliseconds
   * @param {number} price
   * @param {number} dayVolume so far
   */
  add(time, price, dayVolume) {
    const step = Math.floor(time / STEP);
    if (!this.#count || step - this.#start > 2 * SIZE) this.#begin(step, price);
    // If a clock was set back, the price counts for the last step.
    const at = Math.max(this.#reach(step), this.#count - 1);
    this.#missed = false;
    if (Number.isNaN(this.#open[at])) this.#open[at] = this.#high[at] = this.#low[at] = price;
    if (price > this.#high[at]) this.#high[at] = price;
    if (price < this.#low[at]) this.#low[at] = price;
    this.#close[at] = price;
    if (this.#dayVolume >= 0 && dayVolume > this.#dayVolume) this.#volume[at] += dayVolume - this.#dayVolume;
    this.#dayVolume = dayVolume;
  }

  /** The prices between the last one and the next one are unknown. @param {number} [dayVolume] by now; unknown if it is negative */
  miss(dayVolume = -1) {
    this.#missed = true;
    this.#dayVolume = dayVolume;
  }

  /**
   * The last candles; the last of them is not complete yet.
   * @param {number} seconds of each candle, a multiple of five
   * @param {number} most
   * @returns {Candle[]}
   */
  last(seconds, most) {
    const each = (seconds * 1000) / STEP;
    const end = this.#start + this.#count;
    const first = Math.max(Math.floor(this.#start / each), Math.ceil(end / each) - most);
    /** @type {Candle[]} */ const candles = [];
    for (let group = first; group * each < end; group++) {
      candles.push(this.#merge(Math.max(0, group * each - this.#start), Math.min(end, (group + 1) * each) - this.#start, group * each));
    }
    return candles;
  }

  /**
   * @param {number} from
   * @param {number} to exclusive
   * @param {number} step at which the candle begins
   */
  #merge(from, to, step) {
    const candle = {
      time: step * STEP, open: Number.NaN, high: -Infinity, low: Infinity, close: Number.NaN, volume: 0,
    };
    for (let at = from; at < to; at++) {
      if (Number.isNaN(this.#open[at])) continue;
      if (Number.isNaN(candle.open)) candle.open = this.#open[at];
      candle.close = this.#close[at];
      candle.high = Math.max(candle.high, this.#high[at]);
      candle.low = Math.min(candle.low, this.#low[at]);
      candle.volume += this.#volume[at];
    }
    return candle;
  }

  /**
   * @param {number} step
   * @param {number} price
   */
  #begin(step, price) {
    this.#start = step;
    this.#count = 0;
    this.#push(price);
  }

  /** Fills the steps up to this one with the last price. @param {number} step @returns {number} its index */
  #reach(step) {
    while (this.#start + this.#count <= step) {
      if (this.#count === SIZE) this.#shift();
      this.#push(this.#missed ? Number.NaN : this.#close[this.#count - 1]);
    }
    return step - this.#start;
  }

  /** @param {number} price */
  #push(price) {
    if (this.#count === this.#open.length) this.#grow();
    const at = this.#count++;
    this.#open[at] = this.#high[at] = this.#low[at] = this.#close[at] = price;
    this.#volume[at] = 0;
  }

  #grow() {
    this.#open = doubled(this.#open);
    this.#high = doubled(this.#high);
    this.#low = doubled(this.#low);
    this.#close = doubled(this.#close);
    this.#volume = doubled(this.#volume);
  }

  #shift() {
    for (const series of [this.#open, this.#high, this.#low, this.#close, this.#volume]) series.copyWithin(0, ROOM);
    this.#count -= ROOM;
    this.#start += ROOM;
  }
}

/** @param {Float64Array} series */
function doubled(series) {
  const longer = new Float64Array(Math.min(SIZE, 2 * series.length));
  longer.set(series);
  return longer;
}
