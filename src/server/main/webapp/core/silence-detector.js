// @ts-check

/**
 * Notices that nothing was heard for a while, with one timer however often something is heard.
 *
 * Two clocks are asked: one does not go back when the machine's time is set, the other goes on while it sleeps.
 */
export class SilenceDetector {
  #limit = 0;
  #heard = 0;
  #heardAt = 0;
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
    this.#heardAt = Date.now();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} delay */
  #wait(delay) {
    // Woken every second at most: after a night's sleep no timer may be waited for that was set in the evening.
    this.#timer = setTimeout(() => {
      const silent = Math.max(performance.now() - this.#heard, Date.now() - this.#heardAt);
      if (silent < this.#limit) this.#wait(this.#limit - silent);
      else this.#noticed();
    }, Math.min(delay, 1000));
  }
}
