// @ts-check

const SIZE = 120;
const FIRST_STEP = 1000;
const LAST_STEP = 64_000;

/**
 * The prices of an instrument since the page was opened, in little memory. It begins with a point a second. Whenever there
 * is no more room, every second point is dropped; when it has about one point a minute, the oldest are dropped instead.
 */
export class Trend {
  #prices = new Float64Array(SIZE);
  #count = 0;
  #step = FIRST_STEP;
  /** The time of the first point, in steps. */ #start = 0;
  #missed = false;

  /** Changes with each new point. */
  get length() {
    return this.#count;
  }

  /**
   * @param {number} time in milliseconds
   * @param {number} price
   */
  add(time, price) {
    if (!this.#count) this.#start = Math.floor(time / this.#step);
    while (this.#index(time) >= SIZE) {
      if (this.#step < LAST_STEP) this.#halve();
      else this.#shift(this.#index(time) - SIZE + 1);
    }
    // If a clock was set back, the last point changes. Points without a new price repeat the one before.
    const index = Math.max(this.#index(time), this.#count - 1);
    for (let gap = Math.max(1, this.#count); gap < index; gap++) this.#prices[gap] = this.#missed ? Number.NaN : this.#prices[gap - 1];
    this.#prices[index] = price;
    this.#missed = false;
    this.#count = Math.max(this.#count, index + 1);
  }

  /** The prices between the last one and the next one are unknown. */
  miss() {
    this.#missed = true;
  }

  /** @returns {Float64Array} a view of the points, not to be kept; unknown points are NaN */
  points() {
    return this.#prices.subarray(0, this.#count);
  }

  /** @param {number} time */
  #index(time) {
    return Math.floor(time / this.#step) - this.#start;
  }

  #halve() {
    const even = this.#start % 2;
    const count = Math.floor((this.#count + even + 1) / 2);
    for (let at = 0; at < count; at++) {
      this.#prices[at] = this.#prices[Math.min(Math.max(0, 2 * at + 1 - even), this.#count - 1)];
    }
    this.#count = count;
    this.#step *= 2;
    this.#start = Math.floor(this.#start / 2);
  }

  /** @param {number} by */
  #shift(by) {
    const gone = Math.min(by, this.#count - 1);
    this.#prices.copyWithin(0, gone, this.#count);
    this.#count -= gone;
    this.#start += by;
  }
}
