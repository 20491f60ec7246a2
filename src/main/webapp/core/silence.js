// @ts-check

/** Notices that nothing was heard for a while, with one timer however often something is heard. */
export class Silence {
  #limit = 0;
  #heard = 0;
  #timer = 0;
  #noticed;

  /** @param {() => void} noticed called once; `watch` begins anew */
  constructor(noticed) {
    this.#noticed = noticed;
  }

  /** @param {number} limit milliseconds */
  watch(limit) {
    this.stop();
    this.#limit = limit;
    this.heard();
    this.#wait(limit);
  }

  heard() {
    this.#heard = performance.now();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} delay */
  #wait(delay) {
    this.#timer = setTimeout(() => {
      const left = this.#heard + this.#limit - performance.now();
      if (left > 0) this.#wait(left);
      else this.#noticed();
    }, delay);
  }
}
