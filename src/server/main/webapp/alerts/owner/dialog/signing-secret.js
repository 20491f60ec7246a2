// @ts-check
import { make } from '../../../core/dom.js';
import { send } from '../../../core/send.js';
import { say } from '../../../core/words.js';
import { problemText } from '../problems.js';
import { timeText } from '../sentences.js';
import { button, sureButton } from './row-buttons.js';

const PLACE = 'api/alerts/webhook-secret';

/** The secret of the visitor's webhooks, folded away: it is fetched when somebody wants to see it. */
export function foldedSecret() {
  const { element, load } = secretBox();
  const change = sureButton('change', say('alert.secret.change'), say('alert.secret.sure'), '', async () => {
    await load('POST');
    change.textContent = say('alert.secret.change');
    change.setAttribute('aria-label', say('alert.secret.change'));
  });
  const fold = make('details', { class: 'secret' }, make('summary', {}, say('alert.secret')), element, make('p', { class: 'tools' }, change));
  fold.addEventListener('toggle', () => fold.open && load('GET'));
  return fold;
}

/**
 * The same for who has just set the first webhook, with what it is for.
 * @param {() => void} done
 */
export function newSecret(done) {
  const { element, load } = secretBox();
  load('GET');
  const words = make('p', {}, say('alert.secret.words'));
  return make('div', { class: 'secret' }, words, element, make('p', { class: 'tools' }, button('done', say('alert.secret.done'), '', done)));
}

function secretBox() {
  const text = make('input', { readonly: true, 'aria-label': say('alert.secret') });
  const copy = button('copy', say('alert.secret.copy'), '', async () => {
    text.select();
    // Over plain HTTP a page may not copy: then it is selected.
    await navigator.clipboard?.writeText(text.value).then(() => label('alert.secret.copied'), () => {});
  });
  const label = (/** @type {string} */ key) => {
    copy.textContent = say(key);
    copy.setAttribute('aria-label', say(key));
  };
  const row = make('div', { class: 'copied', hidden: true }, text, copy);
  const before = make('small', { role: 'status' });
  const problem = make('p', { class: 'problem', role: 'alert' });

  /** @param {'GET' | 'POST'} method the second makes another one */
  async function load(method) {
    const reply = await send(method, PLACE);
    const { secret = '', previousUntil } = reply.data;
    problem.textContent = reply.status === 200 ? '' : problemText(reply);
    if (reply.status !== 200) return;
    text.value = secret;
    row.hidden = false;
    label('alert.secret.copy');
    before.textContent = previousUntil ? say('alert.secret.before', { time: timeText(previousUntil) }) : '';
  }

  return { element: make('div', {}, row, before, problem), load };
}
