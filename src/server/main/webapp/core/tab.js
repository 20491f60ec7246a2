// @ts-check
import { ConflatingQueue } from './conflating-queue.js';

/**
 * What a tab asks for: topics, each with the keys it needs, or with none for all of them; the deliveries a second at most
 * (0: all there are); nothing while it is paused.
 * @typedef {{topics: Record<string, string[]>, rate: number, paused: boolean, hidden: boolean}} TabRequest
 */
/**
 * An event. `whole` replaces all events before it with the same key; an event of an `every` topic has none.
 * @typedef {{topic: string, key: string, data: string, whole?: import('./conflating-queue.js').Data}} TabEvent
 */

// About one frame: events that arrive together are delivered together.
const SOON = 16;
// As long as so many events arrive within that time, they are one batch, which is delivered and painted once…
const BURST = 200;
// …but not later than this.
const LATEST = 64;
// A hidden tab keeps its history up to date, but nobody looks at it.
const HIDDEN = 1000;

/** A tab as the hub sees it: what it asks for, and what it has not been sent yet. */
export class Tab {
  /** @type {TabRequest} */ request = { topics: {}, rate: 0, paused: true, hidden: false };
  /** How many pings it has not answered. */ unanswered = 0;
  /** The epoch of the last hello that it was sent. */ epoch = '';
  #queue = new ConflatingQueue();
  #port;
  #timer = 0;
  #events = 0;
  /** How many of them had arrived when the timer fired. */ #counted = 0;

  /** @param {MessagePort} port */
  constructor(port) {
    this.#port = port;
  }

  /** @param {object} message */
  post(message) {
    this.flush();
    this.#port.postMessage(message);
  }

  /** @param {{ahead: number, error: number}} clock of the server; sent at once, without the events that wait */
  postClock(clock) {
    this.#port.postMessage({ type: 'clock', clock });
  }

  /**
   * @param {TabEvent} event
   * @param {number} connectionRate at which events arrive already
   */
  receive({ topic, key, data, whole }, connectionRate) {
    if (!covers(this.request, topic, key)) return;
    const { rate, paused, hidden } = this.request;
    if (paused && whole === undefined) {
      this.#queue.gap(topic);
      return;
    }
    const slower = rate > 0 && rate !== connectionRate;
    if (whole !== undefined && (slower || paused || hidden)) this.#queue.replace(topic, key, whole);
    else this.#queue.add(topic, data);
    this.#events++;
    if (paused || this.#timer) return;
    const wait = Math.max(slower ? 1000 / rate : SOON, hidden ? HIDDEN : 0);
    this.#timer = setTimeout(() => this.#flushAfter(wait), wait);
  }

  /** Sends the events that wait, unless many more are just arriving. @param {number} waited */
  #flushAfter(waited) {
    const arrived = this.#events - this.#counted;
    this.#counted = this.#events;
    if (arrived > BURST && waited < LATEST) this.#timer = setTimeout(() => this.#flushAfter(waited + SOON), SOON);
    else this.flush();
  }

  /** @param {string} topic that has lost events */
  gap(topic) {
    if (this.request.topics[topic]) this.#queue.gap(topic);
  }

  /** Sends the events that wait, unless the tab is paused. */
  flush() {
    if (this.request.paused) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#queue.empty) return;
    this.#port.postMessage({ type: 'events', ...this.#queue.take(), events: this.#events });
    this.#events = 0;
    this.#counted = 0;
  }

  /** @param {(topic: string) => boolean} unwanted whose events are dropped, if they wait */
  drop(unwanted) {
    this.#queue.drop(unwanted);
  }

  /** Drops the events that wait, because all of them come again. */
  clear() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#queue.take();
  }
}

/**
 * Whether a request asks for an event.
 * @param {TabRequest} request
 * @param {string} topic
 * @param {string} key
 */
export function covers({ topics }, topic, key) {
  const keys = topics[topic];
  return keys !== undefined && (keys.length === 0 || keys.includes(key));
}
