// @ts-check
import { announcements } from '../core/announcements.js';
import { preferences } from '../core/preferences.js';

/** @typedef {{id: string, title: string, text: string}} News */
/** @typedef {{many: string, show: string, open: () => void}} Telling the title of more than a few, what the button says, and what it does */

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
 * Tells the visitor of something: in a toast where the page is seen, by a notification of the system where it is not, and with
 * a sound if that is wanted. Of several tabs, one makes the sound or the notification.
 * @param {News[]} news newest first
 * @param {Telling} telling
 * @returns {import('../core/announcements.js').Shown[]} the toasts
 */
export function tell(news, telling) {
  const { many, show, open } = telling;
  const shown = news.length > MOST ? [{ title: many, text: '' }] : news.toReversed();
  const toasts = document.hidden ? [] : shown.map(({ title, text }) => announcements.show({ title, text, act: { label: show, run: open } }));
  setTimeout(() => alone(`tickertape-alert-${news[0].id}`, () => {
    if (preferences.get('alerts.sound') === 'on') beep();
    if (document.hidden && preferences.get('alerts.notify') === 'on') notify(news, telling);
  }), document.hidden ? HIDDEN_WAITS : 0);
  return toasts;
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

/** @param {News[]} news @param {Telling} telling */
function notify(news, { many, open }) {
  if (permission() !== 'granted') return;
  const [{ id, title, text }] = news;
  const several = news.length > MOST;
  try {
    const notification = new Notification(several ? many : title, { body: several ? '' : text, tag: id, icon: 'favicon.svg' });
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
