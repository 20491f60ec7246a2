// @ts-check
/**
 * Connects this tab to the hub: the one that all tabs share, or where there are no shared workers one of its own.
 * @param {(message: any) => void} hear
 * @returns {(message: object) => void} sends to the hub
 */
export function connect(hear) {
  let port = shared() ?? own();
  const listen = () => (port.onmessage = ({ data }) => hear(data));
  listen();
  return (message) => port.postMessage(message);

  function shared() {
    if (typeof SharedWorker === 'undefined') return undefined;
    const worker = start();
    if (!worker) return undefined;
    // Refused, or not loaded: what was asked of it is asked again.
    worker.addEventListener('error', () => {
      port = own();
      listen();
      hear({ type: 'moved' });
    });
    return worker.port;
  }
}

function start() {
  try {
    return new SharedWorker(new URL('hub-worker.js', import.meta.url), { type: 'module', name: 'tickertape-1' });
  } catch {
    // Forbidden here, as in a frame without an origin.
    return undefined;
  }
}

function own() {
  const { port1, port2 } = new MessageChannel();
  const url = new URL('../api/stream', import.meta.url).href;
  // Few need it in the page. What is said until it is there waits in the channel.
  import('./hub.js').then(({ Hub }) => new Hub(url).accept(port2)).catch(reportError);
  return port1;
}
