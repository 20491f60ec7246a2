// @ts-check
import { stream } from '../core/stream.js';

/** @typedef {'pre' | 'open' | 'halted' | 'closed'} PhaseName */

/** The phase that the market as a whole is in. Fires `change`. */
class MarketPhase extends EventTarget {
  /** @type {PhaseName} */ name = 'open';
  /** The next phase, if known. @type {PhaseName | ''} */ next = '';
  /** When it begins, by the server's clock in milliseconds; 0 if unknown. */ nextAt = 0;

  constructor() {
    super();
    stream.subscribe('status', (/** @type {{phase: PhaseName, next?: PhaseName, nextTime?: string}} */ status) => {
      this.name = status.phase;
      this.next = status.next ?? '';
      this.nextAt = status.nextTime ? Date.parse(status.nextTime) : 0;
      this.dispatchEvent(new Event('change'));
    });
  }

  /** Milliseconds until the next phase; 0 if unknown. */
  get left() {
    return this.nextAt ? Math.max(0, this.nextAt - stream.clock.now()) : 0;
  }
}

/** The market's phase. */
export const marketPhase = new MarketPhase();
