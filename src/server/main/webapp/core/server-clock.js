// @ts-check

// How much two clocks may drift apart, as NTP takes it (RFC 5905, 7.1).
const DRIFT = 15e-6;
// Less than a millisecond is no news.
const NEWS = 1;

/**
 * The server's clock, as far as it can be told from here: neither this machine's time zone nor its clock has a part in it.
 *
 * It is ahead of `performance.now()` by something between two bounds. The hello carries the server's time, and the
 * answer took so long; somewhere in between it was written (RFC 5905, 8). That gives both bounds. Nothing arrives before
 * it was written: any later time of the server's raises the lower one. What contradicts them shows that a clock was set.
 */
export class ServerClock {
  /** Whether the server's time was ever told. */ known = false;
  #least = -Infinity;
  #most = Infinity;
  #at = 0;
  #told = Infinity;

  /** Takes over what another one reads, whatever was known. @param {{now: number, error: number}} reading */
  set({ now, error }) {
    this.#bound(now - error - this.#tick(), now + error - this.#at);
  }

  /**
   * Keeps what was known, as far as the answer allows it: a server that has started anew still has its clock.
   * @param {number} time of the server, in milliseconds
   * @param {number} roundTrip milliseconds from the query to the answer
   */
  answered(time, roundTrip) {
    const least = time - this.#tick();
    const most = least + roundTrip;
    if (least > this.#most || most < this.#least) this.#bound(least, most);
    else this.#bound(Math.max(least, this.#least), Math.min(most, this.#most));
  }

  /**
   * @param {number} time of the server, in milliseconds, at which something was written that has just come
   * @returns {boolean} whether the reading has changed by enough to be told
   */
  heard(time) {
    if (!this.known) return false;
    const least = time - this.#tick();
    // It was set: how far beyond this, only the next answer can tell.
    if (least > this.#most) this.#bound(least, least + this.#most - this.#least);
    else if (least > this.#least) this.#least = least;
    if (Math.abs(this.#told - this.error) < NEWS) return false;
    this.#told = this.error;
    return true;
  }

  /** What another one can be set by. */
  get reading() {
    return { now: this.now(), error: this.error };
  }

  /** Milliseconds by which `now` may be wrong. */
  get error() {
    return this.known ? (this.#most - this.#least) / 2 + DRIFT * (performance.now() - this.#at) : 0;
  }

  /** The server's time in milliseconds; this machine's until that is known. */
  now() {
    return this.known ? (this.#least + this.#most) / 2 + performance.now() : Date.now();
  }

  /** Milliseconds by which the server's clock is ahead of this machine's. */
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
    this.#told = Infinity;
    this.known = true;
  }

  /** Lets the bounds drift apart until now. */
  #tick() {
    const now = performance.now();
    const drift = DRIFT * (now - this.#at);
    this.#least -= drift;
    this.#most += drift;
    return (this.#at = now);
  }
}
