// @ts-check
// Puts the page together, with one line for each feature. What a feature is, `core/features.js` says.
import { buildPage } from './core/page.js';
import { stream } from './core/stream.js';

stream.prepare();
document.querySelector('main')?.replaceChildren();
addEventListener('online', () => stream.retryNow());
// A page that is kept for the back button must not keep a subscriber as well.
addEventListener('pagehide', () => stream.leave());
addEventListener('pageshow', (event) => event.persisted && stream.comeBack());

await buildPage([
  import('./quotes/feature.js'),
  import('./connection/feature.js'),
  import('./watchlist/feature.js'),
  import('./market/feature.js'),
  import('./detail/feature.js'),
  import('./trading/feature.js'),
  import('./history/feature.js'),
  import('./alerts/feature.js'),
  import('./chat/feature.js'),
  import('./diagnostics/feature.js'),
  import('./settings/feature.js'),
  import('./help/feature.js'),
  import('./account/feature.js'),
  import('./commentary/feature.js'),
]);
