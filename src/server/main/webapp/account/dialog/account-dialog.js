// @ts-check
import { openDialog } from '../../core/dialog.js';
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { session } from '../session.js';
import { accountView } from './account-view.js';
import { providerLink, providerOutcome } from './provider.js';
import { signInForm, signUpForm } from './sign-in-forms.js';

/** What is shown in the window: a title and what is below it. @typedef {{title: string, content: HTMLElement[]}} Shown */

/** Opens the window in which to sign in or, for who has done so, that of the account. */
export function openAccountDialog() {
  // Whoever clicks twice before it is loaded wants one.
  if (document.querySelector('dialog[open]')) return;
  const body = make('div', { class: 'account' });
  const { dialog, signal } = openDialog('', body);
  const close = () => dialog.close();
  const heading = /** @type {HTMLElement} */ (dialog.querySelector('h2'));
  /** @param {Shown} shown */
  const show = ({ title, content }) => {
    heading.textContent = title;
    body.replaceChildren(...content);
    /** @type {HTMLElement} */ (body.querySelector('input, .provider') ?? dialog.querySelector('.close')).focus();
  };
  const signIn = () => show({
    title: say('account.signIn'),
    content: [ended(), ...providerOutcome(), ...providerLink(), signInForm(close), ...instead('account.noneYet', 'account.signUp', session.signUp, signUp)],
  });
  const signUp = () => show({
    title: say('account.signUp'),
    content: [signUpForm(close), ...instead('account.oneAlready', 'account.signIn', true, signIn)],
  });
  let name = '';
  const update = () => {
    if (session.name === name) return;
    name = session.name;
    if (name) show({ title: say('account.title'), content: accountView(close, signal) });
    else signIn();
  };
  session.addEventListener('change', update, { signal });
  if (session.name) update();
  else signIn();
}

function ended() {
  const text = say(stream.state === 'unauthorized' ? 'account.ended' : 'account.endedForPublic');
  return make('p', { class: 'ended', hidden: session.state !== 'ended' }, text);
}

/**
 * @param {string} question
 * @param {string} label
 * @param {boolean} possible
 * @param {() => void} act
 */
function instead(question, label, possible, act) {
  if (!possible) return [];
  const button = make('button', { type: 'button' }, say(label));
  button.addEventListener('click', act);
  return [make('p', { class: 'instead' }, say(question), ' ', button)];
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('dialog.css', import.meta.url),
]);
