// @ts-check
import { painted } from '../core/painter.js';
import { stream } from '../core/stream.js';

const KEPT = 4096;
const WINDOW = 10_000;

/** Measures events, latency and frames between the server and the screen, until it is stopped. */
export class Measurements {
  /** Events a second; unknown in the first second. @type {number | undefined} */ eventsPerSecond;
  framesPerSecond = 0;
  /** The longest frame, in milliseconds. */ longestFrame = 0;
  #latencies = new Float32Array(KEPT);
  #times = new Float64Array(KEPT);
  #next = 0;
  #since = performance.now();
  #events = 0;
  #frames = 0;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    // The latest quotes, which come first, say nothing about the latency of those that follow.
    let live = false;
    const unsubscribe = stream.subscribe('quote', (quote) => live && this.#measure(quote));
    live = true;
    signal.addEventListener('abort', unsubscribe);
    this.#begin();
  }

  /** Ends a second: its figures stay until the next one ends. */
  endSecond() {
    const seconds = (performance.now() - this.#since) / 1000;
    if (seconds < 0.5) return;
    this.eventsPerSecond = (stream.events - this.#events) / seconds;
    this.framesPerSecond = (painted.frames - this.#frames) / seconds;
    this.longestFrame = painted.longest;
    this.#begin();
  }

  /**
   * The latency of quotes over the last ten seconds, from the event to this page, in milliseconds.
   * @param {number} percentile such as 0.99
   * @returns {number | undefined}
   */
  latency(percentile) {
    const since = performance.now() - WINDOW;
    const known = this.#latencies.filter((_, at) => this.#times[at] > since).sort();
    return known.length ? known[Math.min(known.length - 1, Math.floor(known.length * percentile))] : undefined;
  }

  #begin() {
    this.#since = performance.now();
    this.#events = stream.events;
    this.#frames = painted.frames;
    painted.longest = 0;
  }

  /** @param {{time: string}} quote */
  #measure({ time }) {
    const at = this.#next++ % KEPT;
    this.#times[at] = performance.now();
    this.#latencies[at] = Math.max(0, stream.clock.now() - Date.parse(time));
  }
}
