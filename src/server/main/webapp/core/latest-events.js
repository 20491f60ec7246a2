// @ts-check

// A topic with ever new keys must not fill the memory of a page that is left open: its oldest keys are dropped.
const MOST_KEYS = 5000;

/**
 * The latest event of each topic and key: what a late listener receives first.
 * @template T
 */
export class LatestEvents {
  /** @type {Map<string, Map<string, T>>} */ #topics = new Map();

  /**
   * @param {string} topic
   * @param {string} key
   * @param {T} event
   */
  set(topic, key, event) {
    let known = this.#topics.get(topic);
    if (!known) this.#topics.set(topic, (known = new Map()));
    known.set(key, event);
    if (known.size > MOST_KEYS) known.delete(/** @type {string} */ (known.keys().next().value));
  }

  /**
   * @param {string} topic
   * @param {string} key
   */
  get(topic, key) {
    return this.#topics.get(topic)?.get(key);
  }

  /**
   * @param {string} topic
   * @returns {Iterable<[key: string, event: T]>}
   */
  of(topic) {
    return this.#topics.get(topic) ?? [];
  }

  /** @param {(topic: string) => boolean} unwanted whether a topic is forgotten, because nobody updates it or may see it any more */
  drop(unwanted) {
    for (const topic of this.#topics.keys()) if (unwanted(topic)) this.#topics.delete(topic);
  }

  clear() {
    this.#topics.clear();
  }
}
