// @ts-check
import { reloadIfModuleIsMissing } from './reload-on-missing-module.js';

// A worker that runs answers at once. One that cannot be loaded may fail without an error.
const ANSWER_WITHIN = 10_000;

/**
 * Connects this tab to the hub: to the one that all tabs share or, if there are no shared workers, to one of its own.
 * @param {(message: any) => void} receive
 * @returns {(message: object) => void} sends to the hub
 */
export function connectToHub(receive) {
  const worker = shared();
  let port = worker ?? own(receive);
  let answered = !worker;
  let timer = 0;
  listen();
  return (message) => {
    if (!answered) timer ||= setTimeout(() => giveUp(), ANSWER_WITHIN);
    port.postMessage(message);
  };

  function listen() {
    port.onmessage = ({ data }) => {
      answered = true;
      clearTimeout(timer);
      receive(data);
    };
  }

  function shared() {
    if (typeof SharedWorker === 'undefined') return undefined;
    const worker = start();
    if (!worker) return undefined;
    worker.addEventListener('error', () => giveUp());
    return worker.port;
  }

  // The worker was refused or not loaded: `moved` makes the stream send its request again.
  function giveUp() {
    clearTimeout(timer);
    answered = true;
    port.onmessage = null;
    port.postMessage({ type: 'leave' });
    port = own(receive);
    listen();
    receive({ type: 'moved' });
  }
}

function start() {
  try {
    return new SharedWorker(new URL('hub-worker.js', import.meta.url), { type: 'module', name: 'tickertape-source' });
  } catch {
    // Forbidden, for example in a frame without an origin.
    return undefined;
  }
}

/** @param {(message: any) => void} receive */
function own(receive) {
  const { port1, port2 } = new MessageChannel();
  const url = new URL('../api/stream', import.meta.url).href;
  // Few pages need the hub's code. Messages wait in the channel until it is there.
  import('./hub.js').then(({ Hub }) => new Hub(url).accept(port2)).catch((error) => {
    receive({ type: 'state', report: { state: 'reconnecting' } });
    reloadIfModuleIsMissing(error);
  });
  return port1;
}
