// @ts-check
import { make } from '../../../core/dom.js';
import { preferences } from '../../../core/preferences.js';
import { say } from '../../../core/words.js';
import { beep, permission } from '../../../notices/notifier.js';

/** How the visitor wants to be told, beside the bell: the browser is asked only at a click. */
export function ways() {
  const hint = make('small', { role: 'status' });
  const notify = choice('alerts.notify', say('alert.notify'), async (box) => {
    if (box.checked && permission() === 'default') await Notification.requestPermission();
    box.checked &&= permission() === 'granted';
    hint.textContent = permission() === 'denied' ? say('alert.notify.denied') : '';
  });
  const sound = choice('alerts.sound', say('alert.sound'), (box) => box.checked && beep());
  const input = /** @type {HTMLInputElement} */ (notify.querySelector('input'));
  input.checked &&= permission() === 'granted';
  notify.hidden = permission() === 'unsupported';
  return make('div', { class: 'ways' }, notify, sound, hint);
}

/**
 * @param {string} preference
 * @param {string} label
 * @param {(box: HTMLInputElement) => unknown} changed called before it is kept
 */
function choice(preference, label, changed) {
  const box = make('input', { type: 'checkbox', checked: preferences.get(preference) === 'on' });
  box.addEventListener('change', async () => {
    await changed(box);
    preferences.set(preference, box.checked ? 'on' : 'off');
  });
  return make('label', {}, box, label);
}
