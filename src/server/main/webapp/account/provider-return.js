// @ts-check
import { route } from '../core/route.js';
import { send } from '../core/send.js';

/**
 * Takes what came of a sign-in at the provider out of the address, and tells the other tabs, or else the visitor.
 * @param {import('./session.js').Session} session
 */
export async function takeReturn(session) {
  const outcome = route.get('sign-in');
  route.replace({ 'sign-in': '' });
  if (session.state === 'unknown') await new Promise((heard) => session.addEventListener('change', heard, { once: true }));
  if (outcome === 'done') {
    const { data } = await send('GET', 'api/session');
    if (data.signedIn) session.begin(data);
    return;
  }
  session.outcome = outcome;
  const { openAccountDialog } = await import('./dialog/account-dialog.js');
  openAccountDialog();
}
