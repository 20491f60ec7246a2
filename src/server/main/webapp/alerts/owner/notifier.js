// @ts-check
import { announcements } from '../../core/announcements.js';
import { preferences } from '../../core/preferences.js';
import { say } from '../../core/words.js';
import { conditionText, firingText } from './sentences.js';

/** @typedef {import('./alert-store.js').Firing} Firing */

// More than these become one toast.
const MOST = 3;
// A tab that is seen goes first; and no other one tells the same within that time.
const HIDDEN_WAITS = 500;
const TOLD_FOR = 5000;

/** Whether this browser can show notifications, and what the visitor said: `default` for nothing yet. */
export function permission() {
  return typeof Notification === 'function' && isSecureContext ? Notification.permission : 'unsupported';
}

/**
 * Tells of alerts that have fired: in a toast where the page is seen, by a notification of the system where it is not, and with
 * a sound if that is wanted. Of several tabs, one makes the sound or the notification.
 * @param {Firing[]} firings newest first
 * @param {() => void} open shows all
 */
export function tellOf(firings, open) {
  const shown = firings.length > MOST ? [] : firings.toReversed();
  if (!document.hidden) {
    for (const one of shown) announcements.show({ title: titleOf(one), text: firingText(one), act: { label: say('alert.show'), run: open } });
    if (!shown.length) announcements.show({ title: say('alert.many', { count: firings.length }), act: { label: say('alert.show'), run: open } });
  }
  const [{ id }] = firings;
  setTimeout(() => alone(`tickertape-alert-${id}`, () => {
    if (preferences.get('alerts.sound') === 'on') beep();
    if (document.hidden && preferences.get('alerts.notify') === 'on') notify(firings, open);
  }), document.hidden ? HIDDEN_WAITS : 0);
}

/** @param {Firing} firing */
export function titleOf({ symbol, condition }) {
  return say('alert.title', { symbol, condition: conditionText(symbol, condition) });
}

/** @param {string} name @param {() => void} work done by one tab */
function alone(name, work) {
  // Over plain HTTP there are no locks.
  if (!navigator.locks) return work();
  return navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) return undefined;
    work();
    return new Promise((resolve) => setTimeout(resolve, TOLD_FOR));
  });
}

/** @param {Firing[]} firings @param {() => void} open */
function notify(firings, open) {
  if (permission() !== 'granted') return;
  const [first] = firings;
  const many = firings.length > MOST;
  try {
    const title = many ? say('alert.many', { count: firings.length }) : titleOf(first);
    const notification = new Notification(title, { body: many ? '' : firingText(first), tag: first.id, icon: 'favicon.svg' });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
      open();
    });
  } catch {
    // On phones only a service worker may: the bell has it.
  }
}

/** Two short tones. */
export function beep() {
  const context = new AudioContext();
  for (const [at, pitch] of [[0, 880], [0.16, 1175]]) {
    const tone = new OscillatorNode(context, { frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    const start = context.currentTime + at;
    volume.gain.setValueAtTime(0.15, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.3);
    tone.addEventListener('ended', () => at && context.close());
  }
}
