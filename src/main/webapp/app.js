// @ts-check
// Puts the page together: the connection, and one line for each feature.
import './core/connection-status.js';
import { stream } from './core/stream.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
main.replaceChildren();

/**
 * Gives a feature its place on the page, then the code that fills it.
 * @param {string} tag
 * @param {string} module
 */
async function show(tag, module) {
  main.append(document.createElement(tag));
  await import(module);
}

await Promise.allSettled([
  show('quote-table', './quotes/quote-table.js'),
]).then((shown) => shown.filter((one) => one.status === 'rejected').forEach((one) => reportError(one.reason)));

// Only now: a feature that came later would miss the first quotes of its topic.
stream.open();
addEventListener('online', () => stream.hurry());
// A page kept for the back button must not keep a subscriber as well.
addEventListener('pagehide', () => stream.close());
addEventListener('pageshow', (event) => event.persisted && stream.open());
