// @ts-check
import { Backoff } from './backoff.js';
import { milliseconds } from './duration.js';
import { Silence } from './silence.js';

/** @typedef {'connecting' | 'live' | 'stale' | 'reconnecting' | 'goodbye'} State */

// Before the first hello the server's heartbeat is unknown. The browser's own tries get longer:
// the server may have asked it to wait.
const HEARTBEAT = 15_000;
const PATIENCE = 120_000;

/**
 * The page's one connection, and a store of its state: fires `state` when that changes, and `hello` at each new start.
 *
 * The browser retries a lost connection itself. What it gives up on (a refusal, a wrong content type), and what
 * it can't notice (a dead line without an end), is opened anew here, from the position last seen.
 */
export class Stream extends EventTarget {
  /** @type {State} */ state = 'connecting';
  /** Why the server said goodbye. */ reason = '';
  /** The tape that the server now plays: another one after its restart. */ epoch = '';
  /** When anything was last heard, by this machine's clock. */ heardAt = 0;

  #url;
  #topics = new Map();
  #position = '';
  #heartbeat = HEARTBEAT;
  #retry = 0;
  #farewell = false;
  #backoff = new Backoff();
  #silence = new Silence(() => this.#silent());
  /** @type {EventSource | undefined} */ #source;

  /** @param {string} url relative to the page */
  constructor(url) {
    super();
    this.#url = url;
  }

  /**
   * To be called before the stream is opened: the topics make up its address.
   * @param {string} topic
   * @param {(data: any) => void} listener
   */
  subscribe(topic, listener) {
    this.#topics.set(topic, listener);
  }

  open() {
    this.close();
    if (this.state === 'live' || this.state === 'stale') this.#enter('connecting');
    const query = new URLSearchParams({ topic: [...this.#topics.keys()].join(',') });
    if (this.#position) query.set('lastEventId', this.#position);
    const source = new EventSource(`${this.#url}?${query}`);
    this.#source = source;
    source.addEventListener('hello', (event) => this.#hello(JSON.parse(event.data)));
    source.addEventListener('goodbye', (event) => this.#goodbye(JSON.parse(event.data)));
    source.addEventListener('heartbeat', (event) => this.#heard(event));
    source.addEventListener('gap', (event) => this.#heard(event));
    source.addEventListener('error', () => this.#lost());
    for (const [topic, listener] of this.#topics) {
      source.addEventListener(topic, (event) => {
        this.#heard(event);
        listener(JSON.parse(event.data));
      });
    }
    this.#silence.watch(2 * this.#heartbeat);
  }

  close() {
    clearTimeout(this.#retry);
    this.#silence.stop();
    this.#source?.close();
    this.#source = undefined;
  }

  /** Tries at once if it waits for its next try. */
  hurry() {
    if (!this.#source) this.open();
  }

  /** @param {{epoch: string, heartbeat: string}} hello */
  #hello({ epoch, heartbeat }) {
    // The id of another epoch means nothing to this server. No id of the event is read: a hello has none of its own.
    if (epoch !== this.epoch) this.#position = '';
    this.epoch = epoch;
    this.heardAt = Date.now();
    this.#heartbeat = milliseconds(heartbeat) || HEARTBEAT;
    this.#silence.watch(2 * this.#heartbeat);
    this.#backoff.reset();
    this.dispatchEvent(new Event('hello'));
    this.#enter('live');
  }

  /** @param {MessageEvent} event */
  #heard(event) {
    this.#silence.heard();
    this.heardAt = Date.now();
    this.#position = event.lastEventId;
    if (this.state !== 'stale') return;
    this.#silence.watch(2 * this.#heartbeat);
    this.#enter('live');
  }

  /** @param {{reason: string, retry?: number}} goodbye */
  #goodbye({ reason, retry }) {
    this.reason = reason;
    this.#farewell = retry === undefined;
    if (retry !== undefined) this.#openIn(retry);
    this.#enter('goodbye');
  }

  #lost() {
    if (this.#source?.readyState === EventSource.CLOSED) this.#openIn(this.#backoff.next());
    else this.#silence.watch(PATIENCE);
    // The end that a goodbye has announced says nothing new.
    if (!this.#farewell) this.#enter('reconnecting');
    this.#farewell = false;
  }

  #silent() {
    if (this.state === 'live') {
      this.#silence.watch(this.#heartbeat);
      this.#enter('stale');
    } else {
      this.#openIn(this.#backoff.next());
      this.#enter('reconnecting');
    }
  }

  /** @param {number} delay milliseconds */
  #openIn(delay) {
    this.close();
    this.#retry = setTimeout(() => this.open(), delay);
  }

  /** @param {State} state */
  #enter(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}

/** The stream that every part of the page shares. */
export const stream = new Stream('api/stream');
