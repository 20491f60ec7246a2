// @ts-check
import { duration } from '../../core/formats.js';
import { say, sentences } from '../../core/words.js';

/** @type {[RegExp, string][]} What the server says of a request, and the words for it; named groups are values. */
const DETAILS = [
  [/^a password has (?<least>\d+) to (?<most>\d+) characters/, 'account.rule.passwordLength'],
  [/^a password has at least (?<least>\d+) different/, 'account.rule.passwordVariety'],
  [/^a password does not contain the name/, 'account.rule.passwordName'],
  [/^a name has (?<least>\d+) to (?<most>\d+) characters/, 'account.rule.nameLength'],
  [/^a name is letters and digits/, 'account.rule.nameCharacters'],
  [/^a name is written in one script/, 'account.rule.nameScript'],
  [/^the name is taken/, 'account.taken'],
  [/^accounts are not made here/, 'account.closed'],
  [/^the current password is another one/, 'account.wrongPassword'],
  [/^an account has at most (?<most>\d+) tokens/, 'account.rule.tokens'],
  [/^the name of a token has 1 to (?<most>\d+)/, 'account.rule.tokenName'],
  [/^the scopes of a token/, 'account.rule.scopes'],
];

/**
 * What went wrong, in words.
 * @param {import('../../core/send.js').Reply} reply
 * @param {Record<number, string>} [own] the words for a status where that says it all
 */
export function problemText({ status, detail, wait }, own = {}) {
  if (own[status]) return say(own[status]);
  if (status === 0) return say('account.unreachable');
  if (status === 401) return say('account.lost');
  if (status === 429) return sentences(say('account.tooMany'), again(wait));
  if (status === 503) return sentences(say('account.unavailable'), again(wait));
  for (const [pattern, words] of DETAILS) {
    const found = pattern.exec(detail);
    if (found) return say(words, found.groups);
  }
  return say('account.refused', { detail: detail || status });
}

/** @param {number} wait in milliseconds; 0 if the server does not say */
function again(wait) {
  return wait ? say('account.againIn', { duration: duration(wait, 'long') }) : say('account.againLater');
}
