// @ts-check

const FIRST = 1000;
const LONGEST = 30_000;

/** How long to wait before each attempt: twice as long each time, up to half a minute, at random so that pages spread. */
export class Backoff {
  #attempts = 0;

  /** @returns {number} milliseconds */
  next() {
    const ceiling = Math.min(LONGEST, FIRST * 2 ** this.#attempts++);
    return ceiling * (0.5 + Math.random() / 2);
  }

  reset() {
    this.#attempts = 0;
  }
}

/** Makes the next attempt after a backoff; says when, so that a page can show it. */
export class RetryTimer {
  /** When the next attempt is made, by this machine's clock; 0 if none is planned. */ at = 0;
  #timer = 0;
  #backoff = new Backoff();
  #attempt;

  /** @param {() => void} attempt */
  constructor(attempt) {
    this.#attempt = attempt;
  }

  schedule() {
    this.scheduleIn(this.#backoff.next());
  }

  /** @param {number} delay in milliseconds */
  scheduleIn(delay) {
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
