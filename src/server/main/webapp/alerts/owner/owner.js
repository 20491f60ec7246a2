// @ts-check
import { reloadIfModuleIsMissing } from '../../core/reload-on-missing-module.js';
import { route } from '../../core/route.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { notices } from '../../notices/notices.js';
import { tell } from '../../notices/notifier.js';
import { alertStore } from './alert-store.js';
import { ChartLines } from './chart-lines.js';
import { offerMenus } from './places.js';
import { firingText, titleOf } from './sentences.js';

// All that those need who have alerts: it is loaded when somebody has signed in.

/** @typedef {import('./alert-store.js').Alert} Alert */
/** @typedef {Partial<Alert> & {symbol: string}} Draft what is known of an alert that is to be made */

/** Opens the window with all alerts, and those that have fired. */
export function showAlerts() {
  import('./dialog/alerts-dialog.js').then(({ openAlerts }) => openAlerts()).catch(reloadIfModuleIsMissing);
}

/** Opens the window for a new alert, or one that is changed; of the symbol that the visitor is at if no other is named. @param {Draft} [draft] */
export function makeAlert(draft = { symbol: symbolAtHand() }) {
  import('./dialog/alerts-dialog.js').then(({ openAlert }) => openAlert(draft)).catch(reloadIfModuleIsMissing);
}

/** Says behind the bell how many are unread, from now on. */
export function followAlerts() {
  const { unread } = alertStore;
  const known = stream.visitor && stream.offers('alert');
  if (known) notices.put('alerts', { text: unread ? say('alert.count', { count: unread }) : say('alerts.title'), unread, open: showAlerts });
}

/** @param {import('./alert-store.js').Firing[]} firings newest first */
function tellOf(firings) {
  const news = firings.map((one) => ({ id: one.id, title: titleOf(one), text: firingText(one) }));
  tell(news, { many: say('alert.many', { count: firings.length }), show: say('alert.show'), open: showAlerts });
}

/** The symbol of the row that has the focus, or of the details. */
function symbolAtHand() {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('tr[data-symbol]'));
  return row?.dataset.symbol ?? route.get('symbol');
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('owner.css', import.meta.url),
]);
alertStore.addEventListener('fired', (event) => tellOf(/** @type {CustomEvent} */ (event).detail));
alertStore.addEventListener('change', followAlerts);
const lines = new ChartLines(makeAlert);
offerMenus(lines, makeAlert, showAlerts);
stream.addEventListener('visitor', () => alertStore.belongTo(stream.visitor));
alertStore.belongTo(stream.visitor);
