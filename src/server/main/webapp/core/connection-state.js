// @ts-check

/**
 * What a connection is doing. `stale` means that it has been silent for too long, `goodbye` that the server closed it.
 * @typedef {'connecting' | 'live' | 'stale' | 'reconnecting' | 'goodbye' | 'paused'} StateName
 */
/** @typedef {'first' | 'lost' | 'paused' | 'asked'} Cause why the stream is opened; `asked` for other topics or another rate */

/** The state of a connection, and what led to it. */
export class ConnectionState {
  /** @type {StateName} */ name = 'connecting';
  /** The reason of the server's last goodbye, until it is back; empty without one. */ reason = '';
  /** The epoch of the server's log: a restarted server has another one. */ epoch = '';
  /** When anything was last received, by this machine's clock. */ heardAt = 0;
  /** How often the connection came back after it was lost. */ reconnects = 0;
  /** Why the next hello is expected. @type {Cause} */ cause = 'first';

  /**
   * Takes in a hello.
   * @param {string} epoch
   * @returns {{cause: Cause, away: number, restarted: boolean}} `away` is the time without events, in milliseconds
   */
  begin(epoch) {
    const away = this.heardAt ? Date.now() - this.heardAt : 0;
    const restarted = this.epoch !== '' && epoch !== this.epoch;
    const cause = restarted ? 'lost' : this.cause;
    if (cause === 'lost') this.reconnects++;
    this.reason = '';
    this.epoch = epoch;
    this.heardAt = Date.now();
    // Unless we ask for something else, the next hello follows a loss.
    this.cause = 'lost';
    return { cause, away, restarted };
  }
}
