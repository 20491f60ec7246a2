// @ts-check
import { ServerClock } from './clock.js';
import { connect } from './connect.js';

/** @typedef {import('./line.js').State} State */
/**
 * How a start went: `resume` is the server's verdict, or 'snapshot' for a tab that came to a line in use.
 * @typedef {{epoch: string, resume: string, cause: string, away: number}} Start
 */

/**
 * The page's end of the connection that all tabs share, and a store of its state.
 *
 * Fires `state` when that changes, `start` at each new beginning (with `start` saying how it went), `gap` when events
 * of the topics in `gaps` may be missing, and `batch` after the events that came together.
 */
export class Stream extends EventTarget {
  /** @type {State} */ state = 'connecting';
  /** Why the server said goodbye. */ reason = '';
  /** The tape that the server now plays: another one after its restart. */ epoch = '';
  /** When anything was last heard, by this machine's clock. */ heardAt = 0;
  /** When the last event came, by this machine's clock: a heartbeat is none. */ eventAt = 0;
  /** When the next try is made, by this machine's clock; 0 where none is planned. */ retryAt = 0;
  /** How often the line came back after a loss. */ reconnects = 0;
  /** What the line asks the server for. */ query = '';
  /** How many tabs share the line. */ tabs = 1;
  /** @type {string[]} */ gaps = [];
  /** @type {Start} */ start = { epoch: '', resume: 'snapshot', cause: 'first', away: 0 };
  clock = new ServerClock();
  /** Hears all events too. @type {((topic: string, data: any) => void) | undefined} */ tap;

  /** @type {Map<string, {listener: (data: any) => void, key: string}>} */ #topics = new Map();
  #rate = 0;
  #paused = false;
  #asked = false;
  #opened = false;
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

  open() {
    if (!this.#post) this.prepare();
    this.#opened = true;
    this.#ask();
    document.addEventListener('visibilitychange', () => this.#ask());
  }

  /** Leaves the line, for a page that is going. */
  leave() {
    this.#post?.({ type: 'leave' });
  }

  /** Comes back to the line, for a page that is shown again. */
  comeBack() {
    this.#ask();
  }

  /** Tries at once if the line waits for its next try. */
  hurry() {
    this.#post?.({ type: 'hurry' });
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
    if (!this.#opened) return;
    const topics = Object.fromEntries([...this.#topics].map(([topic, { key }]) => [topic, key]));
    const wish = { topics, rate: this.#rate, paused: this.#paused, hidden: document.hidden };
    this.#post?.({ type: 'want', wish });
  }

  /** @param {any} message */
  #hear(message) {
    if (message.type === 'events') this.#receive(message);
    else if (message.type === 'hello') this.#begin(message);
    else if (message.type === 'standing') this.#stand(message);
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

  /** @param {Start & {clock: {now: number, error: number}}} hello */
  #begin({ clock, epoch, resume, cause, away }) {
    this.clock.set(clock.now - clock.error, 2 * clock.error);
    this.heardAt = Date.now();
    this.epoch = epoch;
    this.start = { epoch, resume, cause, away };
    this.dispatchEvent(new Event('start'));
  }

  /** @param {Pick<Stream, 'state' | 'reason' | 'heardAt' | 'retryAt' | 'reconnects' | 'query' | 'tabs'>} standing */
  #stand({ state, reason, heardAt, retryAt, reconnects, query, tabs }) {
    Object.assign(this, { state, reason, retryAt, reconnects, query, tabs });
    if (heardAt) this.heardAt = heardAt;
    this.dispatchEvent(new Event('state'));
  }
}

/** The stream that every part of the page shares. */
export const stream = new Stream();
