// @ts-check
import { span, time } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { feed } from './feed.js';
import { phase } from './phase.js';
import { standing } from './standing.js';

// Longer than a market at work ever pauses.
const QUIET = 5000;
const KNOWN_REASONS = new Set(['shutdown', 'rotation', 'limit', 'expired']);

/** In a few words, beside the sign: when it goes on, or since when it doesn't. */
export function inShort() {
  switch (standing.name) {
    case 'live': return quiet() || (stream.rate ? say('sign.rate', { rate: stream.rate }) : '');
    case 'connecting': return '';
    case 'paused': return say('sign.since', { time: time(standing.pausedAt) });
    case 'stale': return say('sign.silent', { span: span(silence()) });
    case 'reconnecting':
    case 'goodbye': return again();
    default: return phase.left ? say('sign.next', { next: say(`phase.${phase.next}`), span: span(phase.left) }) : '';
  }
}

/** In whole sentences; empty where all is well. */
export function atLength() {
  const { name } = standing;
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
  return standing.name === 'live' && stream.eventAt && silent > QUIET ? say('sign.quiet', { span: span(silent) }) : '';
}

// Of the connection, or of the feed behind one that is alive.
function silence() {
  return stream.state === 'live' ? stream.clock.now() - feed.lastAt : Date.now() - stream.heardAt;
}

function feedStopped() {
  return `${say('banner.feed')} ${say('banner.asOf', { time: time(feed.lastAt) })}`;
}

function again() {
  const left = Math.ceil((stream.retryAt - Date.now()) / 1000);
  return stream.retryAt && left > 0 ? say('sign.again', { span: span(left * 1000) }) : say('sign.now');
}
