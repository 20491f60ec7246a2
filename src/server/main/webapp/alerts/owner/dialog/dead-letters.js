// @ts-check
import { make } from '../../../core/dom.js';
import { Loader } from '../../../core/retry.js';
import { send } from '../../../core/send.js';
import { say, sentences } from '../../../core/words.js';
import { alertStore } from '../alert-store.js';
import { problemText, sentence } from '../problems.js';
import { conditionText, timeText } from '../sentences.js';
import { button, sureButton } from './row-buttons.js';
import { hostOf } from './webhook-field.js';

/**
 * A firing that no webhook took, as the server has it.
 * @typedef {{id: string, alert: string, url: string, fired: string, attempts: number, status?: number, reason: string, time: string}} DeadLetter
 */

const PLACE = 'api/alerts/dead-letters';

/** Why it was given up, as the server says it, and the words of the page. @type {[RegExp, words: string][]} */
const REASONS = [
  [/^the receiver answered (?<status>\d+), and redirects/, 'redirect'],
  [/^the receiver answered (?<status>\d+)/, 'answered'],
  [/^there was no answer within/, 'late'],
  [/^the host leads to an address/, 'private'],
  [/^nobody knows the address/, 'unknown'],
  [/^there was no TLS/, 'untrusted'],
  [/^nobody took the connection/, 'refused'],
  [/^the connection broke/, 'broken'],
  [/^too many firings of yours waited/, 'crowded'],
];

/**
 * What could not be sent to webhooks, to be sent again or forgotten; nothing where there is no such thing.
 * @param {() => void} loaded called when they have come, and when some have left
 * @param {AbortSignal} until
 */
export function deadLetters(loaded, until) {
  const title = make('h3', { id: 'alerts-dead', hidden: true });
  const list = make('ul', { 'aria-labelledby': title.id, class: 'dead', hidden: true });
  const done = make('small', { role: 'status' });
  const problem = make('p', { class: 'problem', role: 'alert' });
  /** @type {DeadLetter[]} */ let letters = [];
  let shown = '';

  const show = () => {
    const about = letters.map(subjectOf);
    const now = JSON.stringify([letters, about]);
    if (now === shown) return;
    shown = now;
    title.textContent = say('alert.dead', { count: letters.length });
    title.hidden = list.hidden = !letters.length;
    list.replaceChildren(...letters.map((letter, at) => entry(letter, about[at], (method) => act(letter, method))));
  };

  /** @param {DeadLetter} letter @param {'POST' | 'DELETE'} method the first sends it again */
  async function act(letter, method) {
    const reply = await send(method, `${PLACE}/${letter.id}`);
    if (until.aborted) return;
    // What has left already, in another tab or by its age, is gone.
    const left = [202, 204, 404].includes(reply.status);
    problem.textContent = left ? '' : problemText(reply);
    done.textContent = reply.status === 202 ? say('alert.dead.sent') : '';
    if (!left) return;
    const at = letters.indexOf(letter);
    letters = letters.filter((one) => one !== letter);
    show();
    loaded();
    const next = list.querySelectorAll(method === 'POST' ? '.again' : '.remove');
    /** @type {HTMLElement | undefined} */ (next[Math.min(at, next.length - 1)] ?? list.parentElement?.querySelector('.new'))?.focus();
  }

  // Whoever cannot have them has none, or is told so by the list of alerts.
  new Loader(() => send('GET', PLACE), ({ status, data }) => {
    if (status !== 200) return;
    letters = data;
    show();
    loaded();
  }, until).load();
  return { elements: [title, list, done, problem], show, isEmpty: () => !letters.length };
}

/** What has fired, if that is still known; the alert may be deleted. @param {DeadLetter} letter */
function subjectOf({ id, alert }) {
  const known = alertStore.firings.find((one) => one.id === id) ?? alertStore.alerts.find((one) => one.id === alert);
  return known ? { symbol: known.symbol, text: conditionText(known.symbol, known.condition) } : { symbol: '', text: say('alert.dead.unknown') };
}

/**
 * @param {DeadLetter} letter
 * @param {{symbol: string, text: string}} about
 * @param {(method: 'POST' | 'DELETE') => unknown} act
 */
function entry({ id, url, fired, attempts, reason, time }, { symbol, text }, act) {
  const subject = symbol ? `${symbol}: ${text}` : text;
  const words = make('span', {}, make('strong', {}, symbol), ' ', text,
    make('small', { title: url }, say('alert.dead.to', { fired: timeText(fired), host: hostOf(url) })),
    make('small', { class: 'problem' }, sentences(reasonText(reason), say('alert.dead.givenUp', { attempts, time: timeText(time) }))));
  const again = button('again', say('alert.dead.again'), subject, () => act('POST'));
  const remove = sureButton('remove', say('alert.remove'), say('alert.sure'), subject, () => act('DELETE'));
  return make('li', { 'data-letter': id }, words, make('span', { class: 'do' }, again, remove));
}

/** @param {string} reason */
function reasonText(reason) {
  for (const [pattern, words] of REASONS) {
    const match = pattern.exec(reason);
    if (match) return say(`alert.dead.reason.${words}`, match.groups);
  }
  return sentence(reason);
}
