// @ts-check
import { ServerClock } from './server-clock.js';

/** @typedef {import('./connection.js').StateName} StateName */
/**
 * How a start went: `resume` is the server's word for it, or 'snapshot' for a tab that joins a connection in use.
 * @typedef {{epoch: string, resume: string, cause: string, away: number}} Start
 */

/** What this page knows of the connection that all tabs share. Fires `state` when that changes, `start` at each hello. */
export class ConnectionStore extends EventTarget {
  /** @type {StateName} */ state = 'connecting';
  /** The reason of the server's goodbye, until it is back. */ reason = '';
  /** The epoch of the server's log: a restarted server has another one. */ epoch = '';
  /** When anything was last received, by this machine's clock. */ heardAt = 0;
  /** Since when it is connected, by this machine's clock; 0 while it is not. */ connectedAt = 0;
  /** When the next attempt is made, by this machine's clock; 0 if none is planned. */ retryAt = 0;
  /** How often the connection came back after it was lost. */ reconnects = 0;
  /** How late everything is, as ISO 8601 writes it; empty if it is not. */ delayed = '';
  /** What the connection asks the server for. */ query = '';
  /** How many tabs share the connection. */ tabs = 1;
  /** How the last start went. @type {Start} */ start = { epoch: '', resume: 'snapshot', cause: 'first', away: 0 };
  clock = new ServerClock();

  /**
   * @protected
   * @param {Start & {clock?: {ahead: number, error: number}, delayed?: string}} hello whose clock is missing while it is unknown
   */
  started({ clock, epoch, resume, cause, away, delayed = '' }) {
    if (clock) this.clock.set(clock);
    this.heardAt = Date.now();
    this.epoch = epoch;
    this.delayed = delayed;
    this.start = { epoch, resume, cause, away };
    this.dispatchEvent(new Event('start'));
  }

  /**
   * @protected
   * @param {Pick<ConnectionStore, 'state' | 'reason' | 'heardAt' | 'connectedAt' | 'retryAt' | 'reconnects' | 'query' | 'tabs'>} report
   */
  reported({ heardAt, ...report }) {
    Object.assign(this, report);
    if (heardAt) this.heardAt = heardAt;
    this.dispatchEvent(new Event('state'));
  }
}
