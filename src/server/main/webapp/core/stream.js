// @ts-check
import { ConnectionStore } from './connection-store.js';
import { connect } from './hub-client.js';

/**
 * The page's end of the connection that all tabs share.
 *
 * Fires `gap` when events of the topics in `gaps` may be missing, and `batch` after the events that came together.
 */
export class Stream extends ConnectionStore {
  /** When the last event came, by this machine's clock: a heartbeat is none. */ eventAt = 0;
  /** @type {string[]} */ gaps = [];
  /** Hears all events too. @type {((topic: string, data: any) => void) | undefined} */ tap;

  /** @type {Map<string, {listener: (data: any) => void, key: string}>} */ #topics = new Map();
  #rate = 0;
  #paused = false;
  #asked = false;
  #opened = false;
  #left = false;
  /** @type {((message: object) => void) | undefined} */ #post;

  /**
   * @param {string} topic
   * @param {(data: any) => void} listener the only one of its topic
   * @param {string} [key] of which alone events are wanted
   */
  subscribe(topic, listener, key = '') {
    this.#topics.set(topic, { listener, key });
    this.#askSoon();
  }

  /** @param {string} topic */
  unsubscribe(topic) {
    this.#topics.delete(topic);
    this.#askSoon();
  }

  /** Starts what will hold the line, which takes a moment; nothing is asked for yet. */
  prepare() {
    this.#post = connect((message) => this.#hear(message));
  }

  /** Asks for all that was subscribed to since it was prepared. */
  open() {
    this.#opened = true;
    this.#ask();
    document.addEventListener('visibilitychange', () => this.#ask());
  }

  /** Leaves the line, for a page that is going. */
  leave() {
    this.#left = true;
    this.#post?.({ type: 'leave' });
  }

  /** Comes back to the line, for a page that is shown again. */
  comeBack() {
    this.#left = false;
    this.#ask();
  }

  /** Tries at once if the line waits for its next try. */
  retryNow() {
    this.#post?.({ type: 'retryNow' });
  }

  /** Deliveries a second at the most; 0 for all there are. */
  get rate() {
    return this.#rate;
  }

  set rate(rate) {
    this.#rate = rate;
    this.#askSoon();
    this.dispatchEvent(new Event('state'));
  }

  get paused() {
    return this.#paused;
  }

  set paused(paused) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#ask();
    this.dispatchEvent(new Event('state'));
  }

  /** Once for all that is changed together. */
  #askSoon() {
    if (this.#asked || !this.#opened) return;
    this.#asked = true;
    queueMicrotask(() => this.#ask());
  }

  #ask() {
    this.#asked = false;
    // A page that goes is hidden after it has left.
    if (!this.#opened || this.#left) return;
    const topics = Object.fromEntries([...this.#topics].map(([topic, { key }]) => [topic, key]));
    const request = { topics, rate: this.#rate, paused: this.#paused, hidden: document.hidden };
    this.#post?.({ type: 'request', request });
  }

  /** @param {any} message */
  #hear(message) {
    if (message.type === 'events') this.#receive(message);
    else if (message.type === 'hello') this.begin(message);
    else if (message.type === 'clock') this.clock.set(message.clock);
    else if (message.type === 'state') this.stand(message);
    else if (message.type === 'ping') this.#post?.({ type: 'pong' });
    else if (message.type === 'moved') this.#ask();
  }

  /** @param {{batches: [string, string][], gaps: string[]}} message */
  #receive({ batches, gaps }) {
    this.heardAt = this.eventAt = Date.now();
    if (gaps.length) {
      this.gaps = gaps;
      this.dispatchEvent(new Event('gap'));
    }
    for (const [topic, data] of batches) {
      const events = JSON.parse(data);
      const listener = this.#topics.get(topic)?.listener;
      for (const event of events) {
        listener?.(event);
        this.tap?.(topic, event);
      }
    }
    this.dispatchEvent(new Event('batch'));
  }
}

/** The stream that every part of the page shares. */
export const stream = new Stream();
