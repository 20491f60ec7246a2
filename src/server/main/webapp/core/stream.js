// @ts-check
import { ConnectionStore } from './connection-store.js';
import { GrowingText } from './growing-text.js';
import { connectToHub } from './hub-client.js';
import { LatestEvents } from './latest-events.js';
import { Topics } from './topics.js';

/** @typedef {{listener: (event: any) => void, key: string}} Subscription */

/**
 * The page's end of the connection that all tabs share.
 *
 * Fires `gap` when events of the topics in `gaps` may be missing, and `batch` after events that arrived together.
 */
export class Stream extends ConnectionStore {
  /** When the last event arrived, on the page's own timeline; heartbeats do not count. */ eventAt = 0;
  /** How long it takes from events to the next ones, in milliseconds; 0 as long as that is unknown. */ usualGap = 0;
  /** How many events have arrived. */ events = 0;
  /** @type {string[]} */ gaps = [];

  #topics = new Topics();
  /** @type {Map<string, Set<Subscription>>} */ #subscriptions = new Map();
  /** @type {LatestEvents<any>} */ #latest = new LatestEvents();
  #visitor = '';
  #rate = 0;
  #paused = false;
  #requested = false;
  #anew = false;
  /** Ends when all is loaded that takes part in the next request. @type {Promise<unknown>} */ #loaded = Promise.resolve();
  #opened = false;
  #left = false;
  /** @type {((message: object) => void) | undefined} */ #post;

  /**
   * Calls a listener with each event of a topic. Any number of listeners may subscribe; the topic is asked for while
   * there is one. A listener that comes late first gets the latest that this page has: of a `latest` topic the last event
   * of each key, of a `growing` one each text so far.
   * @param {string} topic with its form if it has several: `candle?interval=PT15M`
   * @param {(event: any) => void} listener
   * @param {string} [key] if only events with this key are wanted
   * @returns {() => void} ends the subscription
   */
  subscribe(topic, listener, key = '') {
    const subscription = { listener, key };
    const others = this.#subscriptions.get(topic);
    if (others) others.add(subscription);
    else this.#subscriptions.set(topic, new Set([subscription]));
    this.#requestSoon();
    for (const [itsKey, event] of this.#latest.of(topic)) {
      if (!key || key === itsKey) listener(event instanceof GrowingText ? event.event : event);
    }
    return () => this.#unsubscribe(topic, subscription);
  }

  /**
   * Whether the server has a topic, in that form; it refuses a stream that asks for another. Known from the first hello on.
   * @param {string} topic
   */
  offers(topic) {
    return this.#topics.has(topic);
  }

  /** Starts the worker that holds the connection, which takes a moment; asks for nothing yet. */
  prepare() {
    this.#post = connectToHub((message) => this.#message(message));
  }

  /** Asks for all topics that are subscribed to. */
  open() {
    this.#opened = true;
    this.#request();
    document.addEventListener('visibilitychange', () => this.#request());
  }

  /** Leaves the connection, for a page that is being closed. */
  leave() {
    this.#left = true;
    this.#post?.({ type: 'leave' });
  }

  /** Joins the connection again, for a page that is shown again. */
  comeBack() {
    this.#left = false;
    this.#request();
  }

  /** Makes the next attempt now, if one is planned. */
  retryNow() {
    this.#post?.({ type: 'retryNow' });
  }

  /** Opens the stream again from where it is, for all tabs: what it may bring depends on who the visitor is. */
  reopen() {
    this.#anew = true;
    this.#requestSoon();
  }

  /**
   * Sends the next request when something is loaded, so that what several parts subscribe to takes one stream.
   * @param {Promise<unknown>} loading
   */
  gather(loading) {
    this.#loaded = Promise.allSettled([this.#loaded, loading]);
    return loading;
  }

  /**
   * Says who the visitor is, which fires `visitor`. Private topics are asked for while it is somebody, and forgotten afterwards.
   * @param {string} name empty for nobody in particular
   */
  identify(name) {
    this.#visitor = name;
    if (!name) this.#latest.drop((topic) => this.#topics.isPrivate(topic));
    this.#post?.({ type: 'visitor', visitor: name });
    this.dispatchEvent(new Event('visitor'));
  }

  /** The name of the visitor; empty for nobody in particular. */
  get visitor() {
    return this.#visitor;
  }

  /** Deliveries a second at most; 0 for all there are. */
  get rate() {
    return this.#rate;
  }

  set rate(rate) {
    this.#rate = rate;
    this.#requestSoon();
    this.dispatchEvent(new Event('state'));
  }

  get paused() {
    return this.#paused;
  }

  set paused(paused) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#request();
    this.dispatchEvent(new Event('state'));
  }

  /** @param {string} topic @param {Subscription} subscription */
  #unsubscribe(topic, subscription) {
    const all = this.#subscriptions.get(topic);
    if (!all?.delete(subscription)) return;
    if (!all.size) {
      this.#subscriptions.delete(topic);
      this.#latest.drop((one) => !this.#subscriptions.has(one));
    }
    this.#requestSoon();
  }

  /** Sends one request for all that changes at the same time. */
  #requestSoon() {
    if (this.#requested || !this.#opened) return;
    this.#requested = true;
    this.#loaded.then(() => this.#request());
  }

  #request() {
    this.#requested = false;
    // A page that is being closed becomes hidden after it has left.
    if (!this.#opened || this.#left) return;
    const topics = Object.fromEntries([...this.#subscriptions].map(([topic, all]) => [topic, keysOf(all)]));
    const request = { topics, rate: this.#rate, paused: this.#paused, hidden: document.hidden };
    this.#post?.({ type: 'request', request, anew: this.#anew });
    this.#anew = false;
  }

  /** @param {any} message */
  #message(message) {
    if (message.type === 'events') this.#receive(message);
    else if (message.type === 'hello') this.#hello(message);
    else if (message.type === 'clock') this.clock.set(message.clock);
    else if (message.type === 'state') this.reported(message.report);
    else if (message.type === 'ping') this.#post?.({ type: 'pong' });
    else if (message.type === 'moved') {
      this.identify(this.#visitor);
      this.#request();
    }
  }

  /** @param {any} hello */
  #hello(hello) {
    this.usualGap = 0;
    this.eventAt = performance.now();
    this.#topics = new Topics(hello.topics);
    if (hello.resume === 'snapshot') this.#latest.clear();
    this.started(hello);
  }

  /** @param {{batches: [string, string][], gaps: string[]}} message */
  #receive({ batches, gaps }) {
    // Learns a longer gap fast, so that it is not taken for silence again, and a shorter one slowly.
    const gap = performance.now() - this.eventAt;
    if (this.eventAt) this.usualGap += (gap - this.usualGap) / (gap > this.usualGap ? 2 : 8);
    this.eventAt += gap;
    this.heardAt = Date.now();
    if (gaps.length) {
      this.gaps = gaps;
      this.dispatchEvent(new Event('gap'));
    }
    for (const [topic, data] of batches) for (const event of JSON.parse(data)) this.#dispatch(topic, event);
    this.dispatchEvent(new Event('batch'));
  }

  /** @param {string} topic @param {any} event */
  #dispatch(topic, event) {
    this.events++;
    const key = this.#topics.key(topic, event);
    this.#keep(topic, key, event);
    for (const subscription of this.#subscriptions.get(topic) ?? []) {
      if (!subscription.key || subscription.key === key) subscription.listener(event);
    }
  }

  /** @param {string} topic @param {string} key @param {any} event */
  #keep(topic, key, event) {
    const kind = this.#topics.kind(topic);
    if (kind === 'latest') this.#latest.set(topic, key, event);
    if (kind !== 'growing') return;
    const text = this.#latest.get(topic, key) ?? new GrowingText();
    if (text.add(event)) this.#latest.set(topic, key, text);
  }
}

/** @param {Set<Subscription>} subscriptions @returns {string[]} their keys; empty if one of them wants all */
function keysOf(subscriptions) {
  const keys = new Set([...subscriptions].map(({ key }) => key));
  return keys.has('') ? [] : [...keys];
}

/** The stream that every part of the page shares. */
export const stream = new Stream();
