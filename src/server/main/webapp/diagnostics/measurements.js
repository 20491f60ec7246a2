// @ts-check
import { painted } from '../core/painter.js';
import { stream } from '../core/stream.js';

const KEPT = 4096;
const WINDOW = 10_000;

/** What goes on between server and screen, measured while somebody looks. */
export class Measurements {
  /** @type {number | undefined} Events a second; unknown in the first. */ events;
  /** Frames painted a second. */ frames = 0;
  /** The longest of them, in milliseconds. */ longest = 0;
  #delays = new Float32Array(KEPT);
  #times = new Float64Array(KEPT);
  #next = 0;
  #count = 0;
  #since = performance.now();
  #frames = 0;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    stream.tap = (topic, data) => this.#measure(topic, data);
    signal.addEventListener('abort', () => (stream.tap = undefined));
    this.#begin();
  }

  /** Ends a second: its figures are those to show until the next. */
  turn() {
    const seconds = (performance.now() - this.#since) / 1000;
    if (seconds < 0.5) return;
    this.events = this.#count / seconds;
    this.frames = (painted.frames - this.#frames) / seconds;
    this.longest = painted.longest;
    this.#begin();
  }

  /**
   * How long quotes took from their event to this page, over the last ten seconds, in milliseconds.
   * @param {number} share of them that took no longer, such as 0.99
   * @returns {number | undefined}
   */
  delay(share) {
    const since = performance.now() - WINDOW;
    const known = this.#delays.filter((_, at) => this.#times[at] > since).sort();
    return known.length ? known[Math.min(known.length - 1, Math.floor(known.length * share))] : undefined;
  }

  #begin() {
    this.#since = performance.now();
    this.#count = 0;
    this.#frames = painted.frames;
    painted.longest = 0;
  }

  /**
   * @param {string} topic
   * @param {any} data
   */
  #measure(topic, data) {
    this.#count++;
    if (topic !== 'quote') return;
    const at = this.#next++ % KEPT;
    this.#times[at] = performance.now();
    this.#delays[at] = Math.max(0, stream.clock.now() - Date.parse(data.time));
  }
}
