// @ts-check
import { duration } from '../../core/formats.js';
import { say, sentences } from '../../core/words.js';
import { dayAndTime } from './dates.js';

/** @type {Record<number, string>} The words for a status. */
const STATUSES = {
  0: 'chat.problem.unreachable',
  502: 'chat.problem.unreachable',
  504: 'chat.problem.unreachable',
  401: 'chat.problem.signedOut',
  404: 'chat.problem.gone',
  409: 'chat.problem.again',
  422: 'chat.problem.again',
  429: 'chat.problem.tooMany',
  503: 'chat.problem.busy',
};

/**
 * Why the server did not do something, in words.
 * @param {import('../../core/send.js').Reply} reply
 */
export function problemText({ status, detail, wait }) {
  const again = wait ? say('chat.problem.wait', { duration: duration(wait, 'long') }) : '';
  const until = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(detail);
  if (status === 403 && until) return say('chat.problem.muted', { time: dayAndTime(Date.parse(until[0])) });
  if (status === 403) return say(/changed for/.test(detail) ? 'chat.problem.late' : 'chat.problem.forbidden');
  const [count, limit] = (detail.match(/\d+/g) ?? []).map(Number);
  if (status === 400 && count > 0 && limit > 0) return say(/lines/.test(detail) ? 'chat.problem.lines' : 'chat.problem.long', { count: Math.max(count, limit), limit: Math.min(count, limit) });
  const known = STATUSES[status];
  return known ? sentences(...[say(known), again].filter(Boolean)) : say('chat.problem.refused', { detail: detail || status });
}
