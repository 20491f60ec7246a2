// @ts-check
import { duration, time } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { feedMonitor } from './feed-monitor.js';
import { liveStatus } from './live-status.js';
import { marketPhase } from './market-phase.js';

// Longer than a market at work ever pauses.
const QUIET = 5000;
const KNOWN_REASONS = new Set(['shutdown', 'rotation', 'limit', 'expired']);

/** In a few words, beside the sign: when it goes on, or since when it doesn't. */
export function shortStatus() {
  switch (liveStatus.name) {
    case 'live': return quiet() || (stream.rate ? say('indicator.rate', { rate: stream.rate }) : '');
    case 'connecting': return '';
    case 'paused': return say('indicator.since', { time: time(liveStatus.pausedAt) });
    case 'stale': return say('indicator.silent', { duration: duration(silence()) });
    case 'reconnecting':
    case 'goodbye': return again();
    default: return marketPhase.left ? say('indicator.next', { next: say(`phase.${marketPhase.next}`), duration: duration(marketPhase.left) }) : '';
  }
}

/** In whole sentences; empty where all is well. */
export function fullStatus() {
  const { name } = liveStatus;
  const asOf = stream.heardAt ? say('banner.asOf', { time: time(stream.heardAt) }) : say('banner.none');
  switch (name) {
    case 'live': return '';
    case 'connecting': return '';
    case 'goodbye': return `${say(KNOWN_REASONS.has(stream.reason) ? `goodbye.${stream.reason}` : 'goodbye.unknown')} ${asOf}`;
    // Who said that it goes is not lost, but gone, until it is back.
    case 'reconnecting': return `${say(stream.reason === 'shutdown' ? 'goodbye.shutdown' : 'banner.reconnecting')} ${asOf}`;
    case 'stale': return stream.state === 'live' ? feedStopped() : `${say('banner.stale')} ${asOf}`;
    case 'paused': return `${say('banner.paused')} ${asOf}`;
    default: return say(`banner.${name}`);
  }
}

/** How long nothing came over a connection that is alive; empty while something does. */
export function quiet() {
  const silent = Date.now() - stream.eventAt;
  return liveStatus.name === 'live' && stream.eventAt && silent > QUIET ? say('indicator.quiet', { duration: duration(silent) }) : '';
}

// Of the connection, or of the feed behind one that is alive.
function silence() {
  return stream.state === 'live' ? stream.clock.now() - feedMonitor.lastAt : Date.now() - stream.heardAt;
}

function feedStopped() {
  return `${say('banner.feed')} ${say('banner.asOf', { time: time(feedMonitor.lastAt) })}`;
}

function again() {
  const left = Math.ceil((stream.retryAt - Date.now()) / 1000);
  return stream.retryAt && left > 0 ? say('indicator.again', { duration: duration(left * 1000) }) : say('indicator.now');
}
