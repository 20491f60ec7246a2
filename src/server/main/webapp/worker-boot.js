// @ts-check
// Starts the worker that holds the stream ahead of all modules: it loads beside the page, and is there when it is asked.
// A classic script, for modules run later; `core/hub-client.js` gets the same worker by the same address, kind and name.
try {
  new SharedWorker('core/hub-worker.js', { type: 'module', name: 'tickertape-2' });
} catch {
  // There are none here, or they are forbidden, as in a frame without an origin: the page does without.
}
