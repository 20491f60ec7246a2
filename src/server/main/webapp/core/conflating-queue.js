// @ts-check
/** @typedef {string | import('./growing-text.js').GrowingText} Data as JSON, or what becomes JSON as text */

// If a tab has not taken so many events of a topic, the oldest half is dropped.
const LIMIT = 5000;

/** The events that a tab has not been sent yet: bounded, and it tells the tab which topics have lost events. */
export class ConflatingQueue {
  /** @type {Map<string, string[]>} */ #all = new Map();
  /** @type {Map<string, Map<string, Data>>} */ #latest = new Map();
  /** @type {Set<string>} */ #gaps = new Set();
  #size = 0;

  get empty() {
    return this.#size === 0 && this.#gaps.size === 0;
  }

  /**
   * Adds an event after those before it.
   * @param {string} topic
   * @param {string} data
   */
  add(topic, data) {
    const all = valueOf(this.#all, topic, () => []);
    all.push(data);
    this.#size++;
    if (all.length <= LIMIT) return;
    this.#size -= all.length - LIMIT / 2;
    all.splice(0, all.length - LIMIT / 2);
    this.#gaps.add(topic);
  }

  /**
   * Puts an event in the place of the one before it with the same key.
   * @param {string} topic
   * @param {string} key
   * @param {Data} data
   */
  replace(topic, key, data) {
    const latest = valueOf(this.#latest, topic, () => new Map());
    if (!latest.has(key)) this.#size++;
    latest.set(key, data);
  }

  /** @param {string} topic that has lost events */
  gap(topic) {
    this.#gaps.add(topic);
  }

  /**
   * Empties the queue.
   * @returns {{batches: [string, string][], gaps: string[]}} each topic with its events as one JSON array
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
}

/**
 * @template T
 * @param {Map<string, T>} map
 * @param {string} topic
 * @param {() => T} make
 */
function valueOf(map, topic, make) {
  let found = map.get(topic);
  if (!found) map.set(topic, (found = make()));
  return found;
}
