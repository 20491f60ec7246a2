// @ts-check

/**
 * The server's clock, as far as it can be told from here: neither this machine's time zone nor its clock has a part in it.
 *
 * The hello carries the server's time, and the answer took so long; somewhere in between it was written (RFC 5905, 8).
 */
export class ServerClock {
  /** Milliseconds by which `now` may be wrong. */ error = 0;
  #offset = 0;
  /** Whether the server's time was ever told. */ known = false;

  /**
   * @param {number} time of the server, in milliseconds
   * @param {number} roundTrip milliseconds from the question to the answer
   */
  set(time, roundTrip) {
    this.error = roundTrip / 2;
    this.#offset = time + this.error - performance.now();
    this.known = true;
  }

  /** The server's time in milliseconds; this machine's until that is known. */
  now() {
    return this.known ? this.#offset + performance.now() : Date.now();
  }

  /** Milliseconds by which the server's clock is ahead of this machine's. */
  get ahead() {
    return this.known ? this.now() - Date.now() : 0;
  }
}
