// @ts-check

/**
 * How the connection is doing. `stale` has been silent for too long; `goodbye` was ended by the server, with a reason.
 * @typedef {'connecting' | 'live' | 'stale' | 'reconnecting' | 'goodbye' | 'paused'} State
 */
/** @typedef {'first' | 'lost' | 'paused' | 'asked'} Cause of opening: `asked` for other topics or another rate */

/** How a line fares, and has fared. */
export class ConnectionState {
  /** @type {State} */ state = 'connecting';
  /** Why the server said goodbye, until it is back; empty where it did not. */ reason = '';
  /** The tape that the server now plays: another one after its restart. */ epoch = '';
  /** When anything was last heard, by this machine's clock. */ heardAt = 0;
  /** How often it came back after a loss. */ reconnects = 0;
  /** Why the next hello is waited for. @type {Cause} */ cause = 'first';

  /**
   * @param {string} epoch of the hello that is heard
   * @returns {{cause: Cause, away: number, restarted: boolean}} why it came, and after how many milliseconds of nothing
   */
  begin(epoch) {
    const away = this.heardAt ? Date.now() - this.heardAt : 0;
    const restarted = this.epoch !== '' && epoch !== this.epoch;
    const cause = restarted ? 'lost' : this.cause;
    if (cause === 'lost') this.reconnects++;
    this.reason = '';
    this.epoch = epoch;
    this.heardAt = Date.now();
    // Whatever comes after this, unless somebody asks for it, is a loss.
    this.cause = 'lost';
    return { cause, away, restarted };
  }
}
