// @ts-check
/** @typedef {import('./tab.js').Tab} Tab */

const PING_EVERY = 20_000;
// Pings are counted rather than timed: after a night's sleep every answer would be late.
const GONE = 3;

/**
 * The tabs that share a connection. A tab that has crashed does not say goodbye, but it no longer answers pings.
 * @extends {Set<Tab>}
 */
export class Tabs extends Set {
  /** @param {(tab: Tab) => void} gone called for each tab that no longer answers */
  constructor(gone) {
    super();
    setInterval(() => this.#ping(gone), PING_EVERY);
  }

  /**
   * What all of them ask for together: every topic, at the rate of the fastest. A paused tab asks for nothing.
   * @returns {{topics: string[], rate: number}}
   */
  get request() {
    const requests = [...this].map((tab) => tab.request).filter((request) => !request.paused);
    const rates = requests.map((request) => request.rate);
    return {
      topics: [...new Set(requests.flatMap((request) => Object.keys(request.topics)))].sort(),
      rate: rates.includes(0) ? 0 : Math.max(...rates),
    };
  }

  /** @param {(tab: Tab) => void} gone */
  #ping(gone) {
    [...this].filter((tab) => tab.unanswered >= GONE).forEach(gone);
    this.forEach((tab) => {
      tab.unanswered++;
      tab.post({ type: 'ping' });
    });
  }
}
