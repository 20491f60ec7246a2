// @ts-check
import { duration } from '../core/formats.js';
import { say, sentences } from '../core/words.js';

/** @type {[RegExp, string][]} What the server says of a question, and the words for it; named groups are values. */
const DETAILS = [
  [/^the question has (?<count>\d+) characters; the limit is (?<limit>\d+)/, 'commentary.problem.long'],
  [/^the question has a control character/, 'commentary.problem.characters'],
  [/^as many answers to you are being written as may be: (?<most>\d+)/, 'commentary.problem.atOnce'],
];

/** @type {Record<number, string>} The words for a status. */
const STATUSES = {
  0: 'commentary.problem.unreachable',
  401: 'commentary.problem.signedOut',
  403: 'commentary.late',
  404: 'commentary.problem.none',
  429: 'commentary.problem.tooMany',
  503: 'commentary.problem.busy',
};

/**
 * Why a question is not answered, in words.
 * @param {import('../core/send.js').Reply} reply
 */
export function problemText({ status, detail, wait }) {
  for (const [pattern, words] of DETAILS) {
    const found = pattern.exec(detail);
    if (found) return say(words, found.groups);
  }
  const words = say(STATUSES[status] ?? 'commentary.problem.refused', { detail: detail || status });
  return wait ? sentences(words, say('commentary.problem.wait', { duration: duration(wait, 'long') })) : words;
}
