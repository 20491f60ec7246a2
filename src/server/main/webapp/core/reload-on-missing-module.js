// @ts-check
import { Backoff } from './retry.js';

// If a reload has not helped, the next one is not made at the pace of a first try.
const NEXT_RELOAD = 30_000;
const reloaded = () => performance.getEntriesByType('navigation').some((one) => Reflect.get(one, 'type') === 'reload');

// What browsers report about a module that was not loaded; one that was loaded and failed would fail again.
const isMissing = (/** @type {unknown} */ error) => error instanceof TypeError && /module/i.test(error.message);

let waiting = false;

/**
 * Reports an error and, if it is a module that could not be loaded, reloads the page as soon as the server answers: a
 * browser does not fetch the same module twice. The address says what the visitor sees, so nothing is lost.
 * @param {unknown} error
 */
export async function reloadIfModuleIsMissing(error) {
  reportError(error);
  if (waiting || !isMissing(error)) return;
  waiting = true;
  const backoff = new Backoff();
  for (let reachable = false; !reachable;) {
    const pause = reloaded() ? NEXT_RELOAD : backoff.next();
    await new Promise((resolve) => setTimeout(resolve, pause));
    reachable = await fetch(new URL('hub.js', import.meta.url), { cache: 'no-store' }).then(({ ok }) => ok, () => false);
  }
  location.reload();
}
