// @ts-check
import { stream } from '../core/stream.js';
import { feedMonitor } from './feed-monitor.js';
import { marketPhase } from './market-phase.js';

/** @typedef {import('../core/connection-state.js').StateName | 'closed' | 'pre' | 'halted'} Name */

/** @type {Set<Name>} */ const MOVING = new Set(['live', 'closed', 'pre', 'halted']);

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
