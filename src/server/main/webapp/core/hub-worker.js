// @ts-check
// The worker that all tabs of a browser share: it holds their one connection.
// preloads
import { Hub } from './hub.js';

const hub = new Hub(new URL('../api/stream', import.meta.url).href);

addEventListener('connect', (event) => hub.accept(/** @type {MessageEvent} */ (event).ports[0]));
