// @ts-check
import { Backoff } from './backoff.js';

/** The next try, at a time that can be shown; later each time until one succeeds. */
export class RetryTimer {
  /** By this machine's clock; 0 where no try is planned. */ at = 0;
  #timer = 0;
  #backoff = new Backoff();
  #attempt;

  /** @param {() => void} attempt */
  constructor(attempt) {
    this.#attempt = attempt;
  }

  /** @param {number} [least] milliseconds to wait, however early the backoff would try */
  plan(least = 0) {
    this.planIn(Math.max(least, this.#backoff.next()));
  }

  /** @param {number} delay milliseconds */
  planIn(delay) {
    this.cancel();
    this.at = Date.now() + delay;
    this.#timer = setTimeout(() => {
      this.at = 0;
      this.#attempt();
    }, delay);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.at = 0;
  }

  succeeded() {
    this.cancel();
    this.#backoff.reset();
  }
}
