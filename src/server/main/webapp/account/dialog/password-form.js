// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { nameField, passwordField, sendingForm, typed } from './fields.js';
import { problemText } from './problem-text.js';

/** A form that changes the password. */
export function passwordForm() {
  const done = make('p', { class: 'done', role: 'status' });
  const rule = make('p', { class: 'hint', id: 'account-new-rule' }, say('account.passwordRule'));
  // Password managers want to know whose password it is.
  const name = nameField({ value: session.name, readonly: true });
  name.hidden = true;
  const fields = [
    name,
    passwordField(say('account.currentPassword'), 'current-password'),
    passwordField(say('account.newPassword'), 'new-password', { 'aria-describedby': rule.id }),
    rule,
    done,
  ];
  return sendingForm(say('account.change'), fields, (form) => {
    done.textContent = '';
    return session.alone(async () => {
      const change = { current: typed(form, 'current-password'), next: typed(form, 'new-password') };
      const reply = await send('PUT', 'api/account/password', change);
      if (reply.status === 401) session.lose();
      if (reply.status !== 200) return problemText(reply);
      session.begin(reply.data);
      form.reset();
      done.textContent = say('account.changed');
      return '';
    });
  });
}
