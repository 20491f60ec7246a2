// @ts-check

/** @typedef {{epoch: string, time: string, heartbeat: string, resume: string}} Hello as the wire has it */
/** @typedef {{reason: string, retry?: number}} Goodbye as the wire has it */
/**
 * @typedef {object} Ears
 * @property {(hello: Hello) => void} hello
 * @property {(goodbye: Goodbye) => void} goodbye
 * @property {(topic: string, data: string, id: string) => void} event
 * @property {() => void} lost
 */

/**
 * Opens an event source that tells all it hears.
 * @param {string} url
 * @param {string[]} topics
 * @param {Ears} ears
 */
export function open(url, topics, ears) {
  const source = new EventSource(url);
  // No id of a hello or a goodbye is read: they have none of their own, and the source repeats the last one.
  source.addEventListener('hello', ({ data }) => ears.hello(JSON.parse(data)));
  source.addEventListener('goodbye', ({ data }) => ears.goodbye(JSON.parse(data)));
  source.addEventListener('error', () => ears.lost());
  for (const topic of [...topics, 'gap', 'heartbeat']) {
    source.addEventListener(topic, ({ data, lastEventId }) => ears.event(topic, data, lastEventId));
  }
  return source;
}
