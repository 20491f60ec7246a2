// @ts-check
/** @typedef {import('./tab.js').Tab} Tab */

const PING = 20_000;
// Counted rather than timed: after a night's sleep all answers would be late.
const GONE = 3;

/**
 * The tabs that share a line. One that has crashed takes no leave: it no longer answers.
 * @extends {Set<Tab>}
 */
export class Tabs extends Set {
  /** @param {(tab: Tab) => void} gone called for each that no longer answers */
  constructor(gone) {
    super();
    setInterval(() => this.#ping(gone), PING);
  }

  /**
   * What they want of one line: all their topics, at the rate of the fastest. Paused ones want nothing.
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
