// @ts-check

// The server's interval is unknown before the first hello.
const UNKNOWN_INTERVAL = 15_000;
// Heartbeats are up to a second late (protocol.md), and need time to arrive.
const TOLERANCE = 3000;

/** Notices when a server has been silent for longer than its heartbeat allows. */
export class HeartbeatMonitor {
  #interval = UNKNOWN_INTERVAL;
  #limit = 0;
  #receivedAt = 0;
  #receivedOn = 0;
  #timer = 0;
  #missed;

  /** @param {() => void} missed called once; `start` and `waitForNext` arm it again */
  constructor(missed) {
    this.#missed = missed;
  }

  /** @param {string} duration from the server's hello */
  set interval(duration) {
    this.#interval = milliseconds(duration) || UNKNOWN_INTERVAL;
  }

  start() {
    this.#watch(this.#interval + TOLERANCE);
  }

  /** Waits for one more heartbeat after one was missed. */
  waitForNext() {
    this.#watch(this.#interval);
  }

  /** Takes note that something was received: cheap, because the timer goes on as it is. */
  received() {
    // One clock does not go back when the machine's time is set; the other one does not stop while the machine sleeps.
    this.#receivedAt = performance.now();
    this.#receivedOn = Date.now();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} limit in milliseconds */
  #watch(limit) {
    this.stop();
    this.#limit = limit;
    this.received();
    this.#wait(limit);
  }

  /** @param {number} delay */
  #wait(delay) {
    // Checks at least once a second: a timer that was set before a night's sleep would fire too late.
    this.#timer = setTimeout(() => {
      const silence = Math.max(performance.now() - this.#receivedAt, Date.now() - this.#receivedOn);
      if (silence < this.#limit) this.#wait(this.#limit - silence);
      else this.#missed();
    }, Math.min(delay, 1000));
  }
}

/**
 * @param {string} duration an ISO 8601 duration of hours, minutes and seconds, such as `PT15S` or `PT1M30.5S`
 * @returns {number} 0 if it is not one
 */
export function milliseconds(duration) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration);
  if (!parts) return 0;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
