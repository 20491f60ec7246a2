// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { problemText } from './problem-text.js';
import { dayOf } from './times.js';
import { newToken, tokenForm } from './token-form.js';

/** @typedef {{id: string, name: string, scopes: string[], created: string, expires?: string, token?: string}} Token */

/**
 * The tokens of the account, and a form that makes one.
 * @param {AbortSignal} signal
 * @returns {HTMLElement[]}
 */
export function tokenList(signal) {
  const problem = make('p', { class: 'problem', role: 'alert' });
  const created = make('div', { class: 'created' });
  const list = make('ul', { 'aria-label': say('account.tokens') });
  const form = tokenForm((token) => {
    created.replaceChildren(...newToken(token));
    created.querySelector('input')?.select();
    show();
  });
  show();
  return [make('p', { class: 'hint' }, say('account.tokensHint')), list, problem, created, form];

  async function show() {
    const reply = await send('GET', 'api/tokens');
    if (signal.aborted) return;
    if (failed(reply, 200)) return;
    const entries = reply.data.map((/** @type {Token} */ token) => entry(token, revoke));
    list.replaceChildren(...(entries.length ? entries : [make('li', {}, say('account.noTokens'))]));
  }

  /** @param {Token} token */
  async function revoke({ id }) {
    const reply = await send('DELETE', `api/tokens/${encodeURIComponent(id)}`);
    // Somebody else may have been faster.
    if (reply.status !== 404 && failed(reply, 204)) return;
    created.replaceChildren();
    await show();
    form.querySelector('input')?.focus();
  }

  /**
   * @param {import('../../core/send.js').Reply} reply
   * @param {number} wanted
   */
  function failed(reply, wanted) {
    problem.textContent = reply.status === wanted ? '' : problemText(reply);
    if (reply.status === 401) session.lose();
    return reply.status !== wanted;
  }
}

/**
 * @param {Token} token
 * @param {(token: Token) => void} revoke called at the second click
 */
function entry(token, revoke) {
  const { name, scopes, expires } = token;
  const end = expires ? say('account.tokenUntil', { day: dayOf(expires) }) : say('account.tokenForever');
  const about = make('small', {}, `${scopes.map((scope) => say(`account.scope.${scope}`)).join(', ')} · ${end}`);
  const button = make('button', { type: 'button', 'aria-label': say('account.revokeThe', { name }) }, say('account.revoke'));
  button.addEventListener('click', () => {
    if (button.textContent === say('account.sure')) return revoke(token);
    button.textContent = say('account.sure');
    button.setAttribute('aria-label', say('account.sureOf', { name }));
  });
  return make('li', {}, make('span', {}, name, about), button);
}
