// @ts-check

const EVERY = 2000;
const ANSWER_WITHIN = 10_000;

/**
 * @typedef {object} Listener
 * @property {(quotes: object[], epoch: string, delayed?: string) => void} fetched called with all quotes, the epoch of their server, and how late it says they are
 * @property {() => void} failed called once; `start` begins again
 */

/** Fetches all quotes again and again, for as long as something in between holds the stream back. */
export class QuotePoll {
  #url;
  #listener;
  #timer = 0;
  /** @type {AbortController | undefined} */ #running;

  /**
   * @param {string} url
   * @param {Listener} listener
   */
  constructor(url, listener) {
    this.#url = url;
    this.#listener = listener;
  }

  start() {
    if (this.#running) return;
    this.#running = new AbortController();
    this.#fetch(this.#running.signal);
  }

  /** Whether quotes are not for those who have not signed in. */
  async isUnauthorized() {
    const response = await fetch(this.#url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN) }).catch(() => undefined);
    return response?.status === 401;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = undefined;
  }

  /** @param {AbortSignal} stopped */
  async #fetch(stopped) {
    try {
      const response = await fetch(this.#url, { signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN)]) });
      if (!response.ok) throw new Error(`${this.#url} answered ${response.status}`);
      const quotes = await response.json();
      if (stopped.aborted) return;
      // The tag begins with the position of the last change (protocol.md).
      this.#listener.fetched(quotes, /"(\w+)-/.exec(response.headers.get('ETag') ?? '')?.[1] ?? '', response.headers.get('Delayed') ?? undefined);
      this.#timer = setTimeout(() => this.#fetch(stopped), EVERY);
    } catch (error) {
      if (stopped.aborted) return;
      console.warn(error);
      this.stop();
      this.#listener.failed();
    }
  }
}
