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
];

/** The name of the field that a problem is about; empty for none. @param {Reply} reply */
export function fieldOf({ status, detail }) {
  return status === 400 ? (found(detail)?.field ?? '') : '';
}

/** What went wrong, in words. @param {Reply} reply */
export function problemText({ status, detail, wait }) {
  if (status === 0) return say('alert.problem.unreachable');
  if (status === 401) return say('alert.problem.signedOut');
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

/** As a sentence, unless it begins with a symbol or a field. @param {string} detail */
function sentence(detail) {
  return `${detail[0].toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
}

/** @param {number} wait in milliseconds; 0 if the server does not say */
function again(wait) {
  return wait ? say('alert.problem.againIn', { duration: duration(wait, 'long') }) : say('alert.problem.againLater');
}
