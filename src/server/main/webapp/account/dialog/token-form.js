// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { stream } from '../../core/stream.js';
import { session } from '../session.js';
import { field, sendingForm, typed } from './fields.js';
import { problemText } from './problem-text.js';

/** @typedef {import('./token-list.js').Token} Token */

const SCOPES = ['read', 'feed', 'trade'];
/** In days; 0 for no end. */ const LENGTHS = [30, 90, 365, 0];
const CHOSEN_LENGTH = 90;
const DAY = 86_400_000;

/** @param {(token: Token) => void} created called with each token that is made */
export function tokenForm(created) {
  const scopes = SCOPES.map((scope) => {
    const box = make('input', { type: 'checkbox', name: 'scope', value: scope, checked: scope === SCOPES[0] });
    return make('label', {}, box, say(`account.scope.${scope}`));
  });
  const length = make('select', { id: 'account-length', name: 'length' }, ...LENGTHS.map((days) => make(
    'option', { value: String(days), selected: days === CHOSEN_LENGTH }, say(days ? 'account.days' : 'account.noEnd', { days }))));
  const fields = [
    field(say('account.tokenName'), 'token-name', { maxlength: '60', autocomplete: 'off' }),
    make('fieldset', {}, make('legend', {}, say('account.scopes')), ...scopes),
    make('div', { class: 'field' }, make('label', { for: length.id }, say('account.tokenEnd')), length),
  ];
  return sendingForm(say('account.createToken'), fields, async (form) => {
    const reply = await send('POST', 'api/tokens', wanted(form));
    if (reply.status === 401) session.lose();
    if (reply.status !== 201) return problemText(reply);
    form.reset();
    created(reply.data);
    return '';
  });
}

/** @param {HTMLFormElement} form */
function wanted(form) {
  const days = Number(typed(form, 'length'));
  const expires = days ? { expires: new Date(stream.clock.now() + days * DAY).toISOString() } : {};
  return { name: typed(form, 'token-name').trim(), scopes: new FormData(form).getAll('scope'), ...expires };
}

/**
 * Shows a token the only time that it can be seen.
 * @param {Token} created
 */
export function newToken({ name, token = '' }) {
  const text = make('input', { type: 'text', readonly: true, value: token, 'aria-label': say('account.tokenOf', { name }) });
  const copy = make('button', { type: 'button' }, say('account.copy'));
  copy.addEventListener('click', async () => {
    text.select();
    // Over plain HTTP a page may not copy: then it is selected.
    await navigator.clipboard?.writeText(token).then(() => (copy.textContent = say('account.copied')), () => {});
  });
  return [make('p', { role: 'status' }, say('account.onlyNow', { name })), make('div', {}, text, copy)];
}
