// @ts-check
import { ConflatingQueue } from './conflating-queue.js';

/**
 * What a tab wants: topics, each with the one key that matters or with an empty text for all; at most so many deliveries
 * a second (0: all there are); nothing while it is paused.
 * @typedef {{topics: Record<string, string>, rate: number, paused: boolean, hidden: boolean}} TabRequest
 */

// About a frame: what comes together goes together. Nobody looks at a hidden tab, but it keeps its history.
const SOON = 16;
const HIDDEN = 1000;

/** One tab, as the hub sees it: its wishes, and what it has not been sent yet. */
export class Tab {
  /** @type {TabRequest} */ request = { topics: {}, rate: 0, paused: true, hidden: false };
  /** How many pings it has not answered. */ unanswered = 0;
  /** Of the last hello it was sent. */ epoch = '';
  #queue = new ConflatingQueue();
  #port;
  #timer = 0;
  #events = 0;

  /** @param {MessagePort} port */
  constructor(port) {
    this.#port = port;
  }

  /** @param {object} message */
  post(message) {
    this.flush();
    this.#port.postMessage(message);
  }

  /** @param {{now: number, error: number}} clock of the server: no reason to send at once what comes together */
  tell(clock) {
    this.#port.postMessage({ type: 'clock', clock });
  }

  /**
   * @param {string} topic
   * @param {string} key
   * @param {string} data
   * @param {boolean} mergeable
   * @param {number} lineRate by which the events come already
   */
  receive(topic, key, data, mergeable, lineRate) {
    const only = this.request.topics[topic];
    if (only === undefined || (only && only !== key)) return;
    const { rate, paused, hidden } = this.request;
    if (paused && !mergeable) {
      this.#queue.gap(topic);
      return;
    }
    const slower = rate > 0 && rate !== lineRate;
    this.#queue.add(topic, key, data, mergeable && (slower || paused || hidden));
    this.#events++;
    if (paused || this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), Math.max(slower ? 1000 / rate : SOON, hidden ? HIDDEN : 0));
  }

  /** @param {string} topic of which something is missing */
  gap(topic) {
    if (this.request.topics[topic] !== undefined) this.#queue.gap(topic);
  }

  /** Sends what has come together, unless it is paused. */
  flush() {
    if (this.request.paused) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#queue.empty) return;
    this.#port.postMessage({ type: 'events', ...this.#queue.take(), events: this.#events });
    this.#events = 0;
  }

  /** Forgets what was not sent: all of it comes anew. */
  empty() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#queue.take();
  }
}
