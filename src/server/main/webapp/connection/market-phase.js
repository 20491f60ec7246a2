// @ts-check
import { stream } from '../core/stream.js';

/** @typedef {'pre' | 'open' | 'halted' | 'closed'} PhaseName */

/** What the market as a whole is doing. Fires `change`. */
class MarketPhase extends EventTarget {
  /** @type {PhaseName} */ name = 'open';
  /** What follows, where known. @type {PhaseName | ''} */ next = '';
  /** When, by the server's clock in milliseconds; 0 where not known. */ nextAt = 0;

  constructor() {
    super();
    stream.subscribe('status', (/** @type {{phase: PhaseName, next?: PhaseName, nextTime?: string}} */ status) => {
      this.name = status.phase;
      this.next = status.next ?? '';
      this.nextAt = status.nextTime ? Date.parse(status.nextTime) : 0;
      this.dispatchEvent(new Event('change'));
    });
  }

  /** Milliseconds until what follows; 0 where not known. */
  get left() {
    return this.nextAt ? Math.max(0, this.nextAt - stream.clock.now()) : 0;
  }
}

/** The phase that the market is in. */
export const marketPhase = new MarketPhase();
