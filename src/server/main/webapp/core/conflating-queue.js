// @ts-check
/** @typedef {string | import('./growing-text.js').GrowingText} Data as JSON, or what becomes JSON as text */

// If a tab has not taken so many events of a topic, the oldest half is dropped.
const LIMIT = 5000;

/** The events that a tab has not been sent yet: bounded, and it tells the tab which topics have lost events. */
export class ConflatingQueue {
  /** @type {Map<string, string[]>} */ #all = new Map();
  /** @type {Map<string, Map<string, Data>>} */ #latest = new Map();
  /** @type {Set<string>} */ #gaps = new Set();
  #parts = [this.#all, this.#latest, this.#gaps];

  get empty() {
    return this.#parts.every(({ size }) => !size);
  }

  /**
   * Adds an event after those before it.
   * @param {string} topic
   * @param {string} data
   */
  add(topic, data) {
    const all = this.#all.get(topic) ?? [];
    all.push(data);
    this.#all.set(topic, all);
    if (all.length <= LIMIT) return;
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
    this.#latest.set(topic, (this.#latest.get(topic) ?? new Map()).set(key, data));
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
    const batches = [...this.#all, ...this.#latest].map(([topic, events]) => /** @type {[string, string]} */ ([topic, `[${[...events.values()].join()}]`]));
    const gaps = [...this.#gaps];
    this.drop(() => true);
    return { batches, gaps };
  }

  /** @param {(topic: string) => boolean} unwanted whether nothing of a topic is to be sent any more */
  drop(unwanted) {
    for (const part of this.#parts) for (const topic of part.keys()) if (unwanted(topic)) part.delete(topic);
  }
}
