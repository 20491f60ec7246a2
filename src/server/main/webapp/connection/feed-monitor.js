// @ts-check
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';

/** Whether the source of the prices still brings any. Fires `change`. */
class FeedMonitor extends EventTarget {
  /** No instrument that could trade has a price that the server calls fresh. */ silent = false;
  /** The time of the newest price, by the server's clock. */ lastAt = 0;

  constructor() {
    super();
    secondTimer.addEventListener('second', () => this.#look());
    stream.addEventListener('batch', () => this.silent && this.#look());
  }

  #look() {
    const silent = quotes.having('stale') > 0 && quotes.having('trading') === 0;
    this.lastAt = silent ? Math.max(...quotes.instruments.map(({ symbol }) => quotes.entry(symbol)?.at ?? 0)) : 0;
    if (silent === this.silent) return;
    this.silent = silent;
    this.dispatchEvent(new Event('change'));
  }
}

/** The feed behind all prices. */
export const feedMonitor = new FeedMonitor();
