// @ts-check
import { reloadIfModuleIsMissing } from './reload-on-missing-module.js';

// A worker that is there answers at once. One that only does not come makes no error.
const PATIENCE = 10_000;

/**
 * Connects this tab to the hub: the one that all tabs share, or where there are no shared workers one of its own.
 * @param {(message: any) => void} hear
 * @returns {(message: object) => void} sends to the hub
 */
export function connect(hear) {
  const worker = shared();
  let port = worker ?? own(hear);
  let answered = !worker;
  let timer = 0;
  listen();
  return (message) => {
    if (!answered) timer ||= setTimeout(() => giveUp(), PATIENCE);
    port.postMessage(message);
  };

  function listen() {
    port.onmessage = ({ data }) => {
      answered = true;
      clearTimeout(timer);
      hear(data);
    };
  }

  function shared() {
    if (typeof SharedWorker === 'undefined') return undefined;
    const worker = start();
    if (!worker) return undefined;
    worker.addEventListener('error', () => giveUp());
    return worker.port;
  }

  // Refused, or not loaded: what was asked of it is asked again.
  function giveUp() {
    clearTimeout(timer);
    answered = true;
    port.onmessage = null;
    port.postMessage({ type: 'leave' });
    port = own(hear);
    listen();
    hear({ type: 'moved' });
  }
}

function start() {
  try {
    return new SharedWorker(new URL('hub-worker.js', import.meta.url), { type: 'module', name: 'tickertape-2' });
  } catch {
    // Forbidden here, as in a frame without an origin.
    return undefined;
  }
}

/** @param {(message: any) => void} hear */
function own(hear) {
  const { port1, port2 } = new MessageChannel();
  const url = new URL('../api/stream', import.meta.url).href;
  // Few need it in the page. What is said until it is there waits in the channel.
  import('./hub.js').then(({ Hub }) => new Hub(url).accept(port2)).catch((error) => {
    hear({ type: 'state', state: 'reconnecting', reason: '', heardAt: 0, retryAt: 0, reconnects: 0, query: '', tabs: 1 });
    reloadIfModuleIsMissing(error);
  });
  return port1;
}
