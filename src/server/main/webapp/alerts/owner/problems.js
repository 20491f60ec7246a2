// @ts-check
import { duration } from '../../core/formats.js';
import { language, say, sentences } from '../../core/words.js';

/** @typedef {import('../../core/send.js').Reply} Reply */

/** What the server says of a field, and the words for it in Chinese; named groups are values. @type {[RegExp, field: string, words: string][]} */
const DETAILS = [
  [/^there is no instrument (?<symbol>\S+)/, 'symbol', 'noInstrument'],
  [/^the field 'symbol'/, 'symbol', 'noSymbol'],
  [/^prices of \S+ are multiples of (?<tick>[\d.]+): (?<choice>[\d. or]+), not/, 'price', 'grid'],
  [/^the price must be above 0/, 'price', 'positive'],
  [/^(?:last|bid|ask) of \S+ is (?<now>\S+), which is at or (?<side>above|below)/, 'price', 'already'],
  [/^quotes of \S+ have no (?:bid|ask)/, 'of', 'noSide'],
  [/^the change of \S+ is (?<now>\S+) % today/, 'percent', 'changed'],
  [/^percent must be from (?<least>\S+) to (?<most>[\d.]+)/, 'percent', 'range'],
  [/^percent has at most (?<most>\d+) decimals/, 'percent', 'decimals'],
  [/^within must be/, 'within', 'within'],
  [/^times must be from (?<least>\S+) to (?<most>[\d.]+)/, 'times', 'range'],
  [/^times has at most (?<most>\d+) decimals/, 'times', 'decimals'],
  [/^\S+ is halted already/, 'type', 'halted'],
  [/^\S+ is stale already/, 'type', 'stale'],
  [/^nobody knows/, 'type', 'noHistory'],
  [/^the end \S+ has passed/, 'ends', 'passed'],
  [/^the end /, 'ends', 'end'],
  [/^pause/, 'pause', 'pause'],
  [/^a note has at most (?<most>\d+)/, 'note', 'note'],
  [/^a webhook has at most (?<most>\d+)/, 'webhook', 'note'],
  [/^a webhook has no user/, 'webhook', 'webhook.user'],
  [/^a webhook has no fragment/, 'webhook', 'webhook.fragment'],
  [/^a webhook begins with https/, 'webhook', 'webhook.scheme'],
  [/^webhooks do not go to port \S+: choose (?<usual>\d+), or one from (?<least>\d+)/, 'webhook', 'webhook.port'],
  [/^webhooks do not go to (?<host>\S+), which is not public/, 'webhook', 'webhook.private'],
  [/^the webhook '|^the host .*of a webhook/, 'webhook', 'webhook.address'],
  [/^this server sends nothing to webhooks/, 'webhook', 'webhook.off'],
];

/** The name of the field that a problem is about; empty for none. @param {Reply} reply */
export function fieldOf({ status, detail }) {
  return status === 400 ? (found(detail)?.field ?? '') : '';
}

/** What went wrong, in words. @param {Reply} reply */
export function problemText({ status, detail, wait }) {
  if (status === 0) return say('alert.problem.unreachable');
  if (status === 401) return say('alert.problem.signedOut');
  if (status === 403) return say('alert.problem.forbidden');
  if (status === 404) return say('alert.problem.gone');
  if (status === 409) return say('alert.problem.most', { most: /\d+/.exec(detail)?.[0] ?? '' });
  if (status === 429) return sentences(say('alert.problem.tooMany'), again(wait));
  if (status === 503) return sentences(say('alert.problem.unavailable'), again(wait));
  const known = found(detail);
  if (known && language !== 'en') return say(`alert.problem.${known.words}`, { ...known.values, side: say(`alert.problem.${known.values.side ?? 'above'}`) });
  return detail ? sentence(detail) : say('alert.problem.refused', { status });
}

/** @param {string} detail */
function found(detail) {
  for (const [pattern, field, words] of DETAILS) {
    const match = pattern.exec(detail);
    if (match) return { field, words, values: match.groups ?? {} };
  }
  return undefined;
}

/** As a sentence. @param {string} detail */
export function sentence(detail) {
  return `${detail[0].toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
}

/** @param {number} wait in milliseconds; 0 if the server does not say */
function again(wait) {
  return wait ? say('alert.problem.againIn', { duration: duration(wait, 'long') }) : say('alert.problem.againLater');
}
