// @ts-check
import { make } from '../../core/dom.js';
import { send } from '../../core/send.js';
import { say } from '../../core/words.js';
import { session } from '../session.js';
import { sendingForm } from './fields.js';
import { problemText } from './problem-text.js';

/** What may come of a sign-in at the provider, apart from success. */
const OUTCOMES = new Set(['cancelled', 'refused', 'late', 'too-many', 'unavailable', 'failed', 'stays']);
const PLACE = new URL('../../sign-in', import.meta.url);

/**
 * Words with the name of the provider.
 * @param {string} what
 */
export function named(what) {
  return say(`account.provider.${what}`, { provider: session.provider });
}

/** A link to the provider, from where the visitor comes back to this address; nothing without a provider. */
export function providerLink() {
  if (!session.provider) return [];
  const place = new URL(PLACE);
  place.searchParams.set('back', location.pathname + location.search + location.hash);
  return [make('a', { class: 'provider', href: place.href }, named('signIn'))];
}

/** Says what came of a sign-in at the provider, once. */
export function providerOutcome() {
  const { outcome } = session;
  session.outcome = '';
  if (!OUTCOMES.has(outcome) || !session.provider) return [];
  return [make('p', { class: 'problem', role: 'alert' }, named(outcome))];
}

/**
 * Ends the session here.
 * @param {() => void} done
 */
export function signOut(done) {
  return session.alone(async () => {
    const reply = await send('DELETE', 'api/session');
    if (reply.status !== 204) return problemText(reply);
    done();
    session.leave();
    return '';
  });
}

/** A form that signs out at the provider, too; nothing for others than its people. */
export function signOutEverywhere() {
  if (!session.atProvider || !session.provider) return [];
  const leave = () => location.assign(`${PLACE.pathname}/out`);
  return [sendingForm(named('signOut'), [], () => signOut(leave))];
}
