// @ts-check
// Starts the worker that holds the stream, so that it loads while the page does. It is a classic script, because modules
// run later; `core/hub-client.js` gets the same worker, by the same address, type and name.
try {
  new SharedWorker('core/hub-worker.js', { type: 'module', name: 'tickertape-source' });
} catch {
  // There are no shared workers, or they are forbidden, as in a frame without an origin: each page then has its own hub.
}
