// @ts-check
import { onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import '../notices/bell-button.js';
import { notices } from '../notices/notices.js';

// The alerts behind the bell, where the server has them. Who is nobody in particular is asked to sign in; for others, what they
// need is loaded, and says how many are unread.

/** @param {(owner: typeof import('./owner/owner.js')) => void} use */
function load(use) {
  stream.gather(import('./owner/owner.js').then(use)).catch(reloadIfModuleIsMissing);
}

/** @param {'showAlerts' | 'makeAlert'} what */
function open(what) {
  if (stream.visitor) load((owner) => owner[what]());
  else document.dispatchEvent(new Event('sign-in'));
}

function show() {
  const title = say('alerts.title');
  if (!stream.offers('alert')) return notices.remove('alerts');
  notices.put('alerts', { text: title, unread: 0, open: () => open('showAlerts') });
  if (stream.visitor) load(({ followAlerts }) => followAlerts());
}

onKey('a', () => stream.offers('alert') && open('makeAlert'));
for (const type of ['start', 'visitor']) stream.addEventListener(type, show);
show();
