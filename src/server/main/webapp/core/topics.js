// @ts-check

/**
 * A topic as the server's hello announces it. Of a `latest` topic, an event replaces the one before it with the same key;
 * of a `growing` one, each event adds a piece to a text; of an `every` topic, each event counts.
 * @typedef {object} Topic
 * @property {string} name
 * @property {'latest' | 'every' | 'growing'} kind
 * @property {string} [key] the field of its events that is the key
 * @property {boolean} [standard] whether a stream carries it without being asked
 * @property {'all' | 'owner'} [audience]
 */

/** @type {Topic[]} What a server has that announces nothing: older ones did not. */
const UNANNOUNCED = [
  { name: 'quote', kind: 'latest', key: 'symbol' },
  { name: 'status', kind: 'latest' },
  { name: 'trade', kind: 'every', key: 'symbol' },
];

/** The topics of the connected server. */
export class Topics {
  /** @type {Map<string, Topic>} */ #topics;

  /** @param {Topic[]} [announced] */
  constructor(announced = UNANNOUNCED) {
    this.#topics = new Map(announced.map((topic) => [topic.name, topic]));
  }

  /** @param {string} name */
  has(name) {
    return this.#topics.has(name);
  }

  /**
   * An unknown topic is treated with care: no event of it is merged.
   * @param {string} name
   */
  kind(name) {
    return this.#topics.get(name)?.kind ?? 'every';
  }

  /** @param {string} name @returns {string | undefined} the field that is the topic's key */
  keyField(name) {
    return this.#topics.get(name)?.key;
  }

  /**
   * @param {string} name
   * @param {any} event
   * @returns {string} empty if the topic has no key
   */
  key(name, event) {
    const field = this.keyField(name);
    return field === undefined ? '' : String(event[field] ?? '');
  }
}
