// @ts-check
import { milliseconds } from './iso-duration.js';
import { SilenceDetector } from './silence-detector.js';

// Before the first hello the server's heartbeat is unknown.
const UNKNOWN = 15_000;
// Heartbeats come a second late at the most (protocol.md), and have a way to go.
const LATE = 3000;

/** How long a server that is well may be silent. */
export class HeartbeatMonitor {
  #every = UNKNOWN;
  #silence;

  /** @param {() => void} missed called once; `expect` and `expectAnother` begin anew */
  constructor(missed) {
    this.#silence = new SilenceDetector(missed);
  }

  /** @param {string} duration that the server names in its hello */
  set every(duration) {
    this.#every = milliseconds(duration) || UNKNOWN;
  }

  expect() {
    this.#silence.watch(this.#every + LATE);
  }

  /** After one was missed. */
  expectAnother() {
    this.#silence.watch(this.#every);
  }

  heard() {
    this.#silence.heard();
  }

  stop() {
    this.#silence.stop();
  }
}
