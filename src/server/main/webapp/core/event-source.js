// @ts-check

/** @typedef {{epoch: string, time: string, heartbeat: string, resume: string}} Hello as the wire has it */
/** @typedef {{reason: string, retry?: number}} Goodbye as the wire has it */
/**
 * @typedef {object} StreamListener
 * @property {(hello: Hello) => void} hello
 * @property {(goodbye: Goodbye) => void} goodbye
 * @property {(topic: string, data: string, id: string) => void} event
 * @property {() => void} lost
 */

/**
 * Opens an event source that tells all it hears.
 * @param {string} url
 * @param {string[]} topics
 * @param {StreamListener} listener
 */
export function open(url, topics, listener) {
  const source = new EventSource(url);
  // No id of a hello or a goodbye is read: they have none of their own, and the source repeats the last one.
  source.addEventListener('hello', ({ data }) => listener.hello(JSON.parse(data)));
  source.addEventListener('goodbye', ({ data }) => listener.goodbye(JSON.parse(data)));
  source.addEventListener('error', () => listener.lost());
  for (const topic of [...topics, 'gap', 'heartbeat']) {
    source.addEventListener(topic, ({ data, lastEventId }) => listener.event(topic, data, lastEventId));
  }
  return source;
}
