// @ts-check
import { Backoff } from './backoff.js';

// Where loading anew has not helped before, it must not go on at the pace of a first try.
const AGAIN = 30_000;
const reloaded = () => performance.getEntriesByType('navigation').some((one) => Reflect.get(one, 'type') === 'reload');

// What browsers say of a module that did not come; one that came and failed would fail again.
const isMissing = (/** @type {unknown} */ error) => error instanceof TypeError && /module/i.test(error.message);

let waiting = false;

/**
 * Loads the page anew as soon as the server answers: a part of it could not be loaded, and a browser does not ask for the
 * same module twice. What the visitor sees is in the address, so nothing is lost.
 * @param {unknown} error
 */
export async function reloadIfModuleIsMissing(error) {
  reportError(error);
  if (waiting || !isMissing(error)) return;
  waiting = true;
  const backoff = new Backoff();
  for (let there = false; !there;) {
    const pause = reloaded() ? AGAIN : backoff.next();
    await new Promise((resolve) => setTimeout(resolve, pause));
    there = await fetch(new URL('hub.js', import.meta.url), { cache: 'no-store' }).then(({ ok }) => ok, () => false);
  }
  location.reload();
}
