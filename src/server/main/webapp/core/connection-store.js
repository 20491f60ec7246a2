// @ts-check
import { ServerClock } from './server-clock.js';

/** @typedef {import('./connection-state.js').State} State */
/**
 * How a start went: `resume` is the server's verdict, or 'snapshot' for a tab that came to a line in use.
 * @typedef {{epoch: string, resume: string, cause: string, away: number}} Start
 */

/** What this page knows of the line that all tabs share. Fires `state` when that changes, `start` at each new beginning. */
export class ConnectionStore extends EventTarget {
  /** @type {State} */ state = 'connecting';
  /** Why the server said goodbye, until it is back. */ reason = '';
  /** The tape that the server now plays: another one after its restart. */ epoch = '';
  /** When anything was last heard, by this machine's clock. */ heardAt = 0;
  /** When the next try is made, by this machine's clock; 0 where none is planned. */ retryAt = 0;
  /** How often the line came back after a loss. */ reconnects = 0;
  /** What the line asks the server for. */ query = '';
  /** How many tabs share the line. */ tabs = 1;
  /** How the last start went. @type {Start} */ start = { epoch: '', resume: 'snapshot', cause: 'first', away: 0 };
  clock = new ServerClock();

  /**
   * @protected
   * @param {Start & {clock: {now: number, error: number}}} hello
   */
  begin({ clock, epoch, resume, cause, away }) {
    this.clock.set(clock);
    this.heardAt = Date.now();
    this.epoch = epoch;
    this.start = { epoch, resume, cause, away };
    this.dispatchEvent(new Event('start'));
  }

  /**
   * @protected
   * @param {Pick<ConnectionStore, 'state' | 'reason' | 'heardAt' | 'retryAt' | 'reconnects' | 'query' | 'tabs'>} state
   */
  stand({ state, reason, heardAt, retryAt, reconnects, query, tabs }) {
    Object.assign(this, { state, reason, retryAt, reconnects, query, tabs });
    if (heardAt) this.heardAt = heardAt;
    this.dispatchEvent(new Event('state'));
  }
}
