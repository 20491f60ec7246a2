// @ts-check
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';

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

/** Whether the server still receives prices. Fires `change`. */
class FeedMonitor extends EventTarget {
  /** Whether the server calls every price stale that could be traded. */ silent = false;
  /** The time of the newest price, by the server's clock. */ lastAt = 0;

  constructor() {
    super();
    secondTimer.addEventListener('second', () => this.#check());
    stream.addEventListener('batch', () => this.silent && this.#check());
  }

  #check() {
    const silent = quotes.having('stale') > 0 && quotes.having('trading') === 0;
    this.lastAt = silent ? Math.max(...quotes.instruments.map(({ symbol }) => quotes.entry(symbol)?.at ?? 0)) : 0;
    if (silent === this.silent) return;
    this.silent = silent;
    this.dispatchEvent(new Event('change'));
  }
}

/** The feed that brings the server its prices. */
export const feedMonitor = new FeedMonitor();

/** @typedef {import('../core/connection.js').StateName | 'closed' | 'pre' | 'halted'} Name */

/** @type {Set<Name>} */ const MOVING = new Set(['live', 'held', 'closed', 'pre', 'halted']);

/**
 * Whether the prices can be trusted right now, in one word. A pause by the visitor counts more than the connection, and
 * the connection more than the market. Fires `change`.
 */
class LiveStatus extends EventTarget {
  /** @type {Name} */ name = 'connecting';
  /** When the visitor paused, by this machine's clock. */ pausedAt = 0;

  constructor() {
    super();
    const update = () => this.#update();
    stream.addEventListener('state', update);
    marketPhase.addEventListener('change', update);
    feedMonitor.addEventListener('change', update);
  }

  /** Whether prices stand still for another reason than that the market does. */
  get frozen() {
    return !MOVING.has(this.name);
  }

  #update() {
    const before = this.name;
    this.name = this.#current();
    if (this.name === 'paused' && before !== 'paused') this.pausedAt = Date.now();
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {Name} */
  #current() {
    if (stream.paused) return 'paused';
    if (stream.state !== 'live') return stream.state === 'paused' ? 'connecting' : stream.state;
    if (marketPhase.name !== 'open') return marketPhase.name;
    return feedMonitor.silent ? 'stale' : 'live';
  }
}

/** The status of all prices on this page. */
export const liveStatus = new LiveStatus();
