// @ts-check
import { duration, time } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { say, sentences } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { feedMonitor, liveStatus, marketPhase } from './live-status.js';

// A feed is quiet after several of its usual gaps, but not at every hiccup.
const GAPS = 5;
const LEAST_QUIET = 2000;
const UNKNOWN_QUIET = 5000;
const KNOWN_REASONS = new Set(['shutdown', 'rotation', 'limit', 'expired']);

/** The status in a few words, beside the indicator: since when, or for how long. */
export function shortStatus() {
  switch (liveStatus.name) {
    case 'live': return quiet() || (stream.rate ? say('indicator.rate', { rate: stream.rate }) : '');
    case 'held':
    case 'unauthorized':
    case 'connecting': return '';
    case 'paused': return say('indicator.since', { time: time(liveStatus.pausedAt) });
    case 'stale': return say('indicator.silent', { duration: duration(silence()) });
    case 'reconnecting':
    case 'goodbye': return nextAttempt();
    default: return nextPhase();
  }
}

/** The status in whole sentences; empty while all is well. */
export function fullStatus() {
  const { name } = liveStatus;
  const asOf = stream.heardAt ? say('banner.asOf', { time: time(stream.heardAt) }) : say('banner.none');
  switch (name) {
    case 'live':
    case 'unauthorized':
    case 'connecting': return '';
    case 'goodbye': return sentences(say(KNOWN_REASONS.has(stream.reason) ? `goodbye.${stream.reason}` : 'goodbye.unknown'), asOf);
    // A server that said it would stop has not been lost.
    case 'reconnecting': return sentences(say(stream.reason === 'shutdown' ? 'goodbye.shutdown' : 'banner.reconnecting'), asOf);
    case 'stale': return stream.state === 'live' ? feedStopped() : sentences(say('banner.stale'), asOf);
    case 'paused': return sentences(say('banner.paused'), asOf);
    default: return say(`banner.${quotes.recorded && name === 'closed' ? 'ended' : name}`);
  }
}

/** After how many milliseconds without an event there is doubt about a live connection. */
export function patience() {
  return stream.usualGap ? Math.max(LEAST_QUIET, GAPS * stream.usualGap) : UNKNOWN_QUIET;
}

/** For how long a live connection has brought no event; empty unless that is too long. */
export function quiet() {
  const silent = performance.now() - stream.eventAt;
  if (liveStatus.name !== 'live' || !stream.eventAt || silent < patience()) return '';
  return say('indicator.quiet', { duration: duration(silent) });
}

/** Milliseconds without data: from the connection or, if that is live, from the feed behind it. */
function silence() {
  return stream.state === 'live' ? stream.clock.now() - feedMonitor.lastAt : Date.now() - stream.heardAt;
}

function feedStopped() {
  return sentences(say('banner.feed'), say('banner.asOf', { time: time(feedMonitor.lastAt) }));
}

function nextPhase() {
  const { next, left } = marketPhase;
  return left ? say('indicator.next', { next: say(`phase.${next}`), duration: duration(left) }) : '';
}

function nextAttempt() {
  const left = Math.ceil((stream.retryAt - Date.now()) / 1000);
  return stream.retryAt && left > 0 ? say('indicator.again', { duration: duration(left * 1000) }) : say('indicator.now');
}
