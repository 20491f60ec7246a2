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

/** Asks until the answer is there, which may take several attempts; once more if somebody wants it while that is under way. */
export class Loader {
  /** Whether something is wanted that has not come. */ owed = false;
  #running = false;
  #backoff = new Backoff();
  /** Ends a backoff. @type {(value?: unknown) => void} */ #wake = () => {};
  #ask;
  #hear;
  #signal;

  /**
   * @param {() => Promise<import('./send.js').Reply>} ask
   * @param {(reply: import('./send.js').Reply) => void} hear called with each reply, also with one that says why nothing came
   * @param {AbortSignal} signal ends it
   */
  constructor(ask, hear, signal) {
    this.#ask = ask;
    this.#hear = hear;
    this.#signal = signal;
  }

  /**
   * Loads now, and from then on what a stream does not bring: it has lost events, or begins anew; or something is owed.
   * @param {import('./stream.js').Stream} stream
   * @param {string} topic
   */
  follow(stream, topic) {
    const signal = this.#signal;
    stream.addEventListener('start', () => (this.owed || stream.start.resume !== 'resumed') && this.again(), { signal });
    stream.addEventListener('gap', () => stream.gaps.includes(topic) && this.load(), { signal });
    this.load();
  }

  /** Loads, and waits no longer than the server has asked for: it is there again. */
  again() {
    this.#backoff.reset();
    this.#wake();
    this.load();
  }

  async load() {
    this.owed = true;
    if (this.#running) return;
    this.#running = true;
    while (this.owed && !this.#signal.aborted) {
      this.owed = false;
      const reply = await this.#ask();
      if (this.#signal.aborted) return;
      this.#hear(reply);
      const { status, wait } = reply;
      if (status === 200) this.#backoff.reset();
      else {
        this.owed = true;
        // Who has no session any more gets it with the next one.
        if (status >= 400 && status < 429) break;
        // The last of the two can be ended.
        await Promise.all([wait, this.#backoff.next()].map((delay) => new Promise((resolve) => setTimeout((this.#wake = resolve), delay))));
      }
    }
    this.#running = false;
  }
}
