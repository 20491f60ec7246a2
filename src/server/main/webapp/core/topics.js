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
 * @property {{parameter: string, values: string[]}} [choice] the forms that it comes in, and the field of its events that says which
 */

/** @type {Topic[]} What a server has that announces nothing: older ones did not. */
const UNANNOUNCED = [
  { name: 'quote', kind: 'latest', key: 'symbol' },
  { name: 'status', kind: 'latest' },
  { name: 'trade', kind: 'every', key: 'symbol' },
];

/**
 * The topic of a name. One that comes in several forms is named with its form: `candle?interval=PT15M`; and one that the server
 * is to send of one key only, with that: `quote?symbol=AAPL`.
 * @param {string} name
 */
export function topicOf(name) {
  const end = name.indexOf('?');
  return end < 0 ? name : name.slice(0, end);
}

/**
 * The topics of these names, each once.
 * @param {string[]} names
 */
export function topicsOf(names) {
  return [...new Set(names.map(topicOf))];
}

/** The topics of the connected server. */
export class Topics {
  /** @type {Map<string, Topic>} */ #topics;

  /** @param {Topic[]} [announced] */
  constructor(announced = UNANNOUNCED) {
    this.#topics = new Map(announced.map((topic) => [topic.name, topic]));
  }

  /** @param {string} name */
  has(name) {
    const topic = this.#topics.get(topicOf(name));
    if (!topic) return false;
    const [, parameter, value] = /\?(\w+)=(\w+)$/.exec(name) ?? [];
    return !parameter || topic.key === parameter || (topic.choice?.parameter === parameter && topic.choice.values.includes(value));
  }

  /**
   * An unknown topic is treated with care: no event of it is merged.
   * @param {string} name
   */
  kind(name) {
    return this.#topics.get(topicOf(name))?.kind ?? 'every';
  }

  /** Whether each of its events is for one visitor only. @param {string} name */
  isPrivate(name) {
    return this.#topics.get(topicOf(name))?.audience === 'owner';
  }

  /** @param {string} name @returns {string | undefined} the field that is the topic's key */
  keyField(name) {
    return this.#topics.get(topicOf(name))?.key;
  }

  /** Whether the server is to send one key of a topic only. @param {string} name */
  isOfKey(name) {
    return name.startsWith(`${topicOf(name)}?${this.keyField(name)}=`);
  }

  /**
   * The name of an event's topic, as it was asked for: with its form if it has several, or with its key.
   * @param {string} topic
   * @param {(field: string) => unknown} read reads a field of the event
   * @param {string[]} asked
   */
  name(topic, read, asked) {
    const { choice, key } = this.#topics.get(topic) ?? {};
    const parameter = choice?.parameter ?? (asked.includes(topic) ? undefined : key);
    return parameter ? `${topic}?${parameter}=${encodeURIComponent(String(read(parameter)))}` : topic;
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

/**
 * A field of an object as JSON. A text field of a flat object is found without parsing: there may be thousands a second.
 * @param {string} json
 * @param {string} name
 * @returns {unknown}
 */
export function jsonField(json, name) {
  const before = `"${name}":"`;
  const at = json.indexOf(before) + before.length;
  // An inner object may have a field of the same name; and an escape needs the parser.
  if (at < before.length || json.includes('\\') || json.includes('{', 1)) return JSON.parse(json)[name];
  return json.slice(at, json.indexOf('"', at));
}
