// @ts-check

// Beyond so many a tab that takes nothing gets the latest only, and of what can't be merged the newest.
const LIMIT = 5000;

/**
 * What a tab has not been sent yet. Bounded: of merged topics the latest of each key is enough, of others the oldest
 * are dropped, and said to be.
 */
export class ConflatingQueue {
  /** @type {Map<string, string[]>} */ #all = new Map();
  /** @type {Map<string, Map<string, string>>} */ #latest = new Map();
  /** @type {Set<string>} */ #gaps = new Set();
  #size = 0;

  get empty() {
    return this.#size === 0 && this.#gaps.size === 0;
  }

  /**
   * @param {string} topic
   * @param {string} key
   * @param {string} data
   * @param {boolean} merged whether only the latest of the key is wanted
   */
  add(topic, key, data, merged) {
    if (merged) {
      const latest = this.#of(this.#latest, topic, () => new Map());
      if (!latest.has(key)) this.#size++;
      latest.set(key, data);
      return;
    }
    const all = this.#of(this.#all, topic, () => []);
    all.push(data);
    this.#size++;
    if (all.length <= LIMIT) return;
    this.#size -= all.length - LIMIT / 2;
    all.splice(0, all.length - LIMIT / 2);
    this.#gaps.add(topic);
  }

  /** @param {string} topic of which something is missing */
  gap(topic) {
    this.#gaps.add(topic);
  }

  /**
   * Empties it.
   * @returns {{batches: [string, string][], gaps: string[]}} of each topic its events as one JSON array
   */
  take() {
    /** @type {[string, string][]} */ const batches = [];
    for (const [topic, all] of this.#all) batches.push([topic, `[${all.join()}]`]);
    for (const [topic, latest] of this.#latest) batches.push([topic, `[${[...latest.values()].join()}]`]);
    const gaps = [...this.#gaps];
    this.#all.clear();
    this.#latest.clear();
    this.#gaps.clear();
    this.#size = 0;
    return { batches, gaps };
  }

  /**
   * @template T
   * @param {Map<string, T>} map
   * @param {string} topic
   * @param {() => T} make
   */
  #of(map, topic, make) {
    let found = map.get(topic);
    if (!found) map.set(topic, (found = make()));
    return found;
  }
}
