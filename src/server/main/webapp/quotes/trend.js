// @ts-check

const SIZE = 120;
const FIRST_STEP = 1000;
const LAST_STEP = 64_000;

/**
 * The state of one price since the page was opened, in little memory: first a point a second; whenever there is no more
 * room, every second point goes; in the end a point a minute, and the oldest go.
 */
export class Trend {
  #prices = new Float64Array(SIZE);
  #count = 0;
  #step = FIRST_STEP;
  /** Of the first point, in steps. */ #start = 0;
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
    while (this.#place(time) >= SIZE) {
      if (this.#step < LAST_STEP) this.#halve();
      else this.#shift(this.#place(time) - SIZE + 1);
    }
    // A clock that was set back changes the last point; a price that did not change went on.
    const place = Math.max(this.#place(time), this.#count - 1);
    for (let gap = Math.max(1, this.#count); gap < place; gap++) this.#prices[gap] = this.#missed ? Number.NaN : this.#prices[gap - 1];
    this.#prices[place] = price;
    this.#missed = false;
    this.#count = Math.max(this.#count, place + 1);
  }

  /** What was between the last price and the next is not known. */
  miss() {
    this.#missed = true;
  }

  /** @returns {Float64Array} a view of the points, not to be kept; those that are not known are NaN */
  points() {
    return this.#prices.subarray(0, this.#count);
  }

  /** @param {number} time */
  #place(time) {
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
