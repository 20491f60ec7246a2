// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { nameField, passwordField, sendingForm, typed } from './fields.js';
import { problemText } from './problem-text.js';

/** @param {() => void} done called when the visitor is signed in */
export function signInForm(done) {
  const fields = [nameField(), passwordField(say('account.password'), 'current-password')];
  return sendingForm(say('account.signIn'), fields, (form) => begin('api/session', form, 'current-password', done));
}

/** @param {() => void} done called when the account is made and the visitor is signed in */
export function signUpForm(done) {
  const rule = make('p', { class: 'hint', id: 'account-rule' }, say('account.passwordRule'));
  const password = passwordField(say('account.password'), 'new-password', { 'aria-describedby': rule.id });
  return sendingForm(say('account.signUp'), [nameField(), password, rule], (form) => begin('api/accounts', form, 'new-password', done));
}

/**
 * @param {string} path
 * @param {HTMLFormElement} form
 * @param {string} password the name of its field
 * @param {() => void} done
 */
function begin(path, form, password, done) {
  return session.alone(async () => {
    const reply = await send('POST', path, { name: typed(form, 'username').trim(), password: typed(form, password) });
    if (reply.status !== 200 && reply.status !== 201) return problemText(reply, { 401: 'account.wrong' });
    // First, so that no form of the signed-in is shown for a moment.
    done();
    session.begin(reply.data);
    return '';
  });
}
