// @ts-check
import { make } from '../../core/dom.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { deleteForm } from './delete-form.js';
import { sendingForm } from './fields.js';
import { passwordForm } from './password-form.js';
import { signOut, signOutEverywhere } from './provider.js';
import { tokenList } from './token-list.js';
import { dayAndTime } from './times.js';

/**
 * What somebody sees who is signed in.
 * @param {() => void} close
 * @param {AbortSignal} signal
 * @returns {HTMLElement[]}
 */
export function accountView(close, signal) {
  const until = make('p', { class: 'hint' });
  const showEnd = () => (until.textContent = session.until ? say('account.until', { time: dayAndTime(session.until) }) : '');
  session.addEventListener('change', showEnd, { signal });
  showEnd();
  const out = sendingForm(say('account.signOut'), [make('p', {}, make('strong', {}, session.name)), until], () => signOut(close));
  out.className = 'who';
  const own = session.atProvider ? signOutEverywhere() : [
    section('account.tokens', () => tokenList(signal)),
    section('account.changePassword', () => [passwordForm()]),
  ];
  return [out, ...own, section('account.delete', () => [deleteForm(close)])];
}

/**
 * A part that is made when it is opened.
 * @param {string} label
 * @param {() => HTMLElement[]} content
 */
function section(label, content) {
  const details = make('details', {}, make('summary', {}, say(label)));
  details.addEventListener('toggle', () => details.append(...content()), { once: true });
  return details;
}
