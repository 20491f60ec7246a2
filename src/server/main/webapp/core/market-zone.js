// @ts-check
import { preferences } from './preferences.js';

/**
 * The time zone in which times of the market are written: the exchange's, unless the visitor prefers their own. Fires
 * `change`.
 */
class MarketZone extends EventTarget {
  /** The exchange's zone, such as `America/New_York`; empty as long as that is unknown. */ #exchange = '';
  #name = '';

  constructor() {
    super();
    preferences.addEventListener('change', () => this.#update());
  }

  /** The zone to use; empty for the visitor's own. */
  get name() {
    return this.#name;
  }

  get exchange() {
    return this.#exchange;
  }

  set exchange(zone) {
    this.#exchange = zone;
    this.#update();
  }

  #update() {
    const name = preferences.get('zone') === 'local' ? '' : this.#exchange;
    if (name === this.#name) return;
    this.#name = name;
    this.dispatchEvent(new Event('change'));
  }
}

/** The market's zone. */
export const marketZone = new MarketZone();
