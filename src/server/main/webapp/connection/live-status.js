// @ts-check
import { stream } from '../core/stream.js';
import { feedMonitor } from './feed-monitor.js';
import { marketPhase } from './market-phase.js';

/** @typedef {import('../core/connection-state.js').State | 'closed' | 'pre' | 'halted'} Name */

/** @type {Set<Name>} */ const MOVING = new Set(['live', 'closed', 'pre', 'halted']);

/**
 * How far the prices can be trusted right now, in one word: the visitor's own pause goes before the connection, and
 * that before the market. Fires `change`.
 */
class LiveStatus extends EventTarget {
  /** @type {Name} */ name = 'connecting';
  /** When the visitor paused, by this machine's clock. */ pausedAt = 0;

  constructor() {
    super();
    const look = () => this.#look();
    stream.addEventListener('state', look);
    marketPhase.addEventListener('change', look);
    feedMonitor.addEventListener('change', look);
  }

  /** Whether prices have stopped for another reason than that the market has. */
  get frozen() {
    return !MOVING.has(this.name);
  }

  #look() {
    const before = this.name;
    this.name = this.#judge();
    if (this.name === 'paused' && before !== 'paused') this.pausedAt = Date.now();
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {Name} */
  #judge() {
    if (stream.paused) return 'paused';
    if (stream.state !== 'live') return stream.state === 'paused' ? 'connecting' : stream.state;
    if (marketPhase.name !== 'open') return marketPhase.name;
    return feedMonitor.silent ? 'stale' : 'live';
  }
}

/** The state of all that this page shows. */
export const liveStatus = new LiveStatus();
