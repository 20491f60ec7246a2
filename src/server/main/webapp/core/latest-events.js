// @ts-check

// Of these the latest of each key replaces what was before; all other topics come one by one (protocol.md).
const MERGEABLE = new Set(['quote', 'status']);

/** @param {string} topic */
export function mergeable(topic) {
  return MERGEABLE.has(topic);
}

/** The latest of each key of the topics that are merged: what is told first to whoever comes later. */
export class LatestEvents {
  /** @type {Map<string, {topic: string, key: string, data: string}>} */ #all = new Map();

  /**
   * @param {string} topic
   * @param {string} key
   * @param {string} data
   */
  keep(topic, key, data) {
    this.#all.set(`${topic} ${key}`, { topic, key, data });
  }

  clear() {
    this.#all.clear();
  }

  [Symbol.iterator]() {
    return this.#all.values();
  }
}
