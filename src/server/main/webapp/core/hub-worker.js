// @ts-check
// The worker that all tabs of one browser share: it holds their one connection.
// First all that the hub is made of: fetched at once, not one after the other as each names the next.
import './backoff.js';
import './server-clock.js';
import './connection-state.js';
import './iso-duration.js';
import './heartbeat-monitor.js';
import './latest-events.js';
import './connection.js';
import './conflating-queue.js';
import './stream-query.js';
import './retry-timer.js';
import './silence-detector.js';
import './event-source.js';
import './tab.js';
import './tabs.js';
import { Hub } from './hub.js';

const hub = new Hub(new URL('../api/stream', import.meta.url).href);

addEventListener('connect', (event) => hub.accept(/** @type {MessageEvent} */ (event).ports[0]));
