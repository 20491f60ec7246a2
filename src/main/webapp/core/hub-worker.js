// @ts-check
// The worker that all tabs of one browser share: it holds their one connection.
// First all that the hub is made of: fetched at once, not one after the other as each names the next.
import './backoff.js';
import './clock.js';
import './course.js';
import './duration.js';
import './heartbeat.js';
import './latest.js';
import './line.js';
import './outbox.js';
import './question.js';
import './retry.js';
import './silence.js';
import './source.js';
import './tab.js';
import './tabs.js';
import { Hub } from './hub.js';

const hub = new Hub(new URL('../api/stream', import.meta.url).href);

addEventListener('connect', (event) => hub.accept(/** @type {MessageEvent} */ (event).ports[0]));
