// @ts-check

// How fast two clocks may drift apart; NTP assumes the same (RFC 5905, 7.1).
const DRIFT = 15e-6;
// A change of less than a millisecond is not reported.
const LEAST_CHANGE = 1;

/**
 * An estimate of the server's clock, independent of this machine's clock and time zone.
 *
 * The server's clock is ahead of `performance.now()` by an offset between two bounds. The hello carries the server's time,
 * and was written at some moment between the request and its arrival (RFC 5905, 8): that gives both bounds. No event
 * arrives before it was written, so its time can raise the lower bound. A time that contradicts the bounds shows that a
 * clock was set.
 */
export class ServerClock {
  /** Whether the server's time is known. */ known = false;
  #least = -Infinity;
  #most = Infinity;
  #at = 0;
  #reported = Infinity;

  /** Sets this clock to the reading of another one on this machine. @param {{ahead: number, error: number}} reading */
  set({ ahead, error }) {
    const offset = Date.now() + ahead - this.#drift();
    this.#bound(offset - error, offset + error);
  }

  /**
   * Narrows the bounds by an answer; keeps what was known before if the answer allows it, as a restarted server has the same clock.
   * @param {number} time of the server, in milliseconds
   * @param {number} roundTrip milliseconds from the request to the answer
   */
  answered(time, roundTrip) {
    const least = time - this.#drift();
    const most = least + roundTrip;
    if (least > this.#most || most < this.#least) this.#bound(least, most);
    else this.#bound(Math.max(least, this.#least), Math.min(most, this.#most));
  }

  /**
   * Narrows the bounds by an event that has just arrived.
   * @param {number} time at which the server wrote it, in milliseconds
   * @returns {boolean} whether the reading has changed enough to be reported
   */
  heard(time) {
    if (!this.known) return false;
    const least = time - this.#drift();
    // The clock was set. By how much more than this, only the next answer can show.
    if (least > this.#most) this.#bound(least, least + this.#most - this.#least);
    else if (least > this.#least) this.#least = least;
    if (Math.abs(this.#reported - this.error) < LEAST_CHANGE) return false;
    this.#reported = this.error;
    return true;
  }

  /** A reading that another clock can be set to, however long the message takes: all threads have the same `Date.now()`. */
  get reading() {
    return { ahead: this.ahead, error: this.error };
  }

  /** By how many milliseconds `now` may be wrong. */
  get error() {
    return this.known ? (this.#most - this.#least) / 2 + DRIFT * (performance.now() - this.#at) : 0;
  }

  /** The server's time in milliseconds; this machine's while that is unknown. */
  now() {
    return this.known ? (this.#least + this.#most) / 2 + performance.now() : Date.now();
  }

  /** By how many milliseconds the server's clock is ahead of this machine's. */
  get ahead() {
    return this.known ? this.now() - Date.now() : 0;
  }

  /**
   * @param {number} least
   * @param {number} most
   */
  #bound(least, most) {
    this.#least = least;
    this.#most = most;
    this.#reported = Infinity;
    this.known = true;
  }

  /** Widens the bounds by the drift since the last time. */
  #drift() {
    const now = performance.now();
    const drift = DRIFT * (now - this.#at);
    this.#least -= drift;
    this.#most += drift;
    return (this.#at = now);
  }
}
