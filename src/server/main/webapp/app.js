// @ts-check
// Puts the page together: the connection, and one line for each feature.
import './connection/connection-banner.js';
import './connection/connection-indicator.js';
import { reloadIfModuleIsMissing } from './core/reload-on-missing-module.js';
import { route } from './core/route.js';
import { stream } from './core/stream.js';

stream.prepare();

/** @param {string} where */
const part = (where) => /** @type {HTMLElement} */ (document.querySelector(where));
part('main').replaceChildren();

/**
 * Gives a feature its place on the page, then the code that fills it.
 * @param {string} where
 * @param {string} tag
 * @param {string} module
 */
async function show(where, tag, module) {
  part(where).append(document.createElement(tag));
  await import(module);
}

/** @param {Promise<unknown>[]} parts of which one that is missing leaves the others be */
async function all(...parts) {
  await Promise.all(parts.map((part) => part.catch(reloadIfModuleIsMissing)));
}

const priced = new Promise((resolve) => stream.addEventListener('batch', resolve, { once: true }));
// All that rows are made of, before there is one.
await all(import('./watchlist/feature.js'), import('./quotes/quote-table.js'), import('./diagnostics/update-rate.js'));
// Not before: a topic that is subscribed to later misses its first events. And not after: they come while rows are made.
stream.open();
await all(
  show('main', 'quote-table', './quotes/quote-table.js'),
  show('nav', 'view-links', './core/view-links.js'),
  show('.tools', 'pause-button', './connection/pause-button.js'),
);

/**
 * Brings a view when the address first asks for it.
 * @param {string} name of the part of the address
 * @param {string} tag
 * @param {string} module
 */
function onDemand(name, tag, module) {
  const look = () => {
    if (!route.get(name)) return;
    route.removeEventListener('change', look);
    show('main', tag, module).catch(reloadIfModuleIsMissing);
  };
  route.addEventListener('change', look);
  look();
}
onDemand('view', 'market-view', './market/market-view.js');
onDemand('symbol', 'symbol-detail', './detail/symbol-detail.js');

// Not missed until there are prices, which are not to wait for them.
Promise.race([priced, new Promise((resolve) => setTimeout(resolve, 1000))]).then(() => all(
  show('body', 'diagnostics-panel', './diagnostics/diagnostics-panel.js'),
  show('.tools', 'diagnostics-button', './diagnostics/diagnostics-button.js'),
  show('.tools', 'settings-button', './settings/settings-button.js'),
  show('.tools', 'help-button', './help/help-button.js'),
));
addEventListener('online', () => stream.retryNow());
// A page kept for the back button must not keep a subscriber as well.
addEventListener('pagehide', () => stream.leave());
addEventListener('pageshow', (event) => event.persisted && stream.comeBack());
