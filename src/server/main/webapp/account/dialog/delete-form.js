// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { field, passwordField, sendingForm, typed } from './fields.js';
import { problemText } from './problem-text.js';
import { named, providerLink } from './provider.js';

/**
 * A form that deletes the account of somebody who types a word and, if the sign-in is a while ago, the password.
 * @param {() => void} close
 */
export function deleteForm(close) {
  const word = say('account.deleteWord');
  const again = make('div', { class: 'again' });
  const fields = [
    make('p', {}, say('account.deleteWarning')),
    field(say('account.deleteType', { word }), 'word', { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }),
    again,
  ];
  return sendingForm(say('account.deleteNow'), fields, (form) => {
    if (typed(form, 'word').trim().toLowerCase() !== word) return Promise.resolve(say('account.deleteType', { word }));
    return session.alone(() => remove(typed(form, 'current-password')));
  });

  /** @param {string} password empty as long as it was not asked for */
  async function remove(password) {
    if (password) {
      const reply = await send('POST', 'api/session', { name: session.name, password });
      if (reply.status !== 200) return problemText(reply, { 401: 'account.wrongPassword' });
      session.begin(reply.data);
    }
    const reply = await send('DELETE', 'api/account');
    if (reply.status === 401) session.lose();
    if (reply.status === 403 && !password) return ask();
    if (reply.status !== 204) return problemText(reply);
    close();
    session.leave();
    return '';
  }

  function ask() {
    if (session.atProvider) {
      again.replaceChildren(...providerLink());
      return named('deleteFirst');
    }
    if (!again.childElementCount) again.append(passwordField(say('account.password'), 'current-password'));
    again.querySelector('input')?.focus();
    return say('account.deleteRecent');
  }
}
