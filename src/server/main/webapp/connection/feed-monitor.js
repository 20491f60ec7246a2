// @ts-check
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';

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
