// @ts-check
import { stream } from '../core/stream.js';
import { feed } from './feed.js';
import { phase } from './phase.js';

/** @typedef {import('../core/course.js').State | 'closed' | 'pre' | 'halted'} Name */

/** @type {Set<Name>} */ const MOVING = new Set(['live', 'closed', 'pre', 'halted']);

/**
 * How far the prices can be trusted right now, in one word: the visitor's own pause goes before the connection, and
 * that before the market. Fires `change`.
 */
class Standing extends EventTarget {
  /** @type {Name} */ name = 'connecting';
  /** When the visitor paused, by this machine's clock. */ pausedAt = 0;

  constructor() {
    super();
    const look = () => this.#look();
    stream.addEventListener('state', look);
    phase.addEventListener('change', look);
    feed.addEventListener('change', look);
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
    if (phase.name !== 'open') return phase.name;
    return feed.silent ? 'stale' : 'live';
  }
}

/** The standing of all that this page shows. */
export const standing = new Standing();
