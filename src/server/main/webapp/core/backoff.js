// @ts-check

const FIRST = 1000;
const LONGEST = 30_000;

/** How long to wait before the next try: doubling up to half a minute, and spread so that pages do not come back at once. */
export class Backoff {
  #tries = 0;

  /** @returns {number} milliseconds */
  next() {
    const ceiling = Math.min(LONGEST, FIRST * 2 ** this.#tries++);
    return ceiling * (0.5 + Math.random() / 2);
  }

  reset() {
    this.#tries = 0;
  }
}
