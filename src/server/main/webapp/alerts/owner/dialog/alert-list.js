// @ts-check
import { make } from '../../../core/dom.js';
import { say, sentences } from '../../../core/words.js';
import { alertStore } from '../alert-store.js';
import { problemText } from '../problems.js';
import { conditionText, timeText } from '../sentences.js';
import { deadLetters } from './dead-letters.js';
import { firedList } from './fired-list.js';
import { button, sureButton } from './row-buttons.js';
import { foldedSecret } from './signing-secret.js';
import { ways } from './ways.js';
import { hostOf } from './webhook-field.js';

/** @typedef {import('../alert-store.js').Alert} Alert */
/** @typedef {import('../../../core/send.js').Reply} Reply */

/**
 * What has fired and what waits, with all that can be done to it.
 * @param {(draft: import('../owner.js').Draft) => void} edit
 * @param {() => void} close
 * @param {AbortSignal} until
 * @returns {HTMLElement[]}
 */
export function alertList(edit, close, until) {
  const create = make('button', { type: 'button', class: 'new' }, say('alert.new'));
  create.addEventListener('click', () => edit({ symbol: '' }));
  const problem = make('p', { class: 'problem', role: 'alert' });
  const hint = make('p', { class: 'hint' });
  const title = make('h3', { id: 'alerts-waiting' });
  const list = make('ul', { 'aria-labelledby': title.id, class: 'waiting' });
  const fired = firedList(close);
  const secret = foldedSecret();
  const showSecret = () => (secret.hidden = dead.isEmpty() && !alertStore.alerts.some(({ webhook }) => webhook));
  const dead = deadLetters(showSecret, until);
  // What is unread when the window opens looks so until it is closed.
  const show = () => {
    const { alerts, failure, ready } = alertStore;
    const at = focusIn(list);
    problem.textContent = failure ? problemText(failure) : '';
    hint.textContent = ready && !alerts.length ? say('alert.none') : '';
    title.textContent = say('alert.waiting', { count: alerts.length });
    title.hidden = !alerts.length;
    list.replaceChildren(...alerts.map((alert) => entry(alert, edit, (reply) => (problem.textContent = reply ? problemText(reply) : ''))));
    if (at) (list.querySelector(`[data-alert="${at.alert}"] .${at.button}`) ?? create).focus();
    fired.show();
    dead.show();
    showSecret();
    if (!document.hidden) alertStore.markRead();
  };
  alertStore.addEventListener('change', show, { signal: until });
  document.addEventListener('visibilitychange', show, { signal: until });
  show();
  return [make('p', { class: 'tools' }, create), problem, hint, ...fired.elements, ...dead.elements, title, list, ways(), secret];
}

/** Which button of which alert has the focus: the list is made anew when it changes. @param {HTMLElement} list */
function focusIn(list) {
  const { activeElement } = document;
  const row = activeElement?.closest('li');
  if (!row || !list.contains(row)) return undefined;
  return { alert: CSS.escape(row.dataset.alert ?? ''), button: activeElement?.classList[0] ?? 'edit' };
}

/**
 * @param {Alert} alert
 * @param {(alert: Alert) => void} edit
 * @param {(reply?: Reply) => void} failed
 */
function entry(alert, edit, failed) {
  const { id, symbol, condition, repeat, ends, note, state, webhook = '', webhookGone } = alert;
  const text = conditionText(symbol, condition);
  const about = [say(`alert.state.${state}`)];
  if (repeat === 'always') about.push(say('alert.repeats'));
  if (ends && state !== 'ended') about.push(say('alert.until', { time: timeText(ends) }));
  const host = hostOf(webhook);
  if (webhook && !webhookGone) about.push(say('alert.webhook.to', { host }));
  const words = make('span', {}, make('strong', {}, symbol), ' ', text, make('small', {}, sentences(about.join(' · '))));
  if (note) words.append(make('small', {}, note));
  if (webhookGone) words.append(make('small', { class: 'problem' }, say('alert.webhook.gone', { host })));
  const on = state === 'armed' || state === 'resting';
  const subject = `${symbol}: ${text}`;
  const change = button('edit', say('alert.change'), subject, () => edit(alert));
  const toggle = button('switch', say(on ? 'alert.off' : 'alert.on'), subject, async () => {
    const reply = await alertStore.change(id, { active: !on });
    failed(reply.status === 200 ? undefined : reply);
  });
  const remove = sureButton('remove', say('alert.remove'), say('alert.sure'), subject, async () => {
    const reply = await alertStore.remove(id);
    failed(reply.status === 204 ? undefined : reply);
  });
  return make('li', { 'data-alert': id, 'data-state': state }, words, make('span', { class: 'do' }, change, toggle, remove));
}
