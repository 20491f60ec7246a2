// @ts-check
import { make } from '../../core/dom.js';
import { reloadIfModuleIsMissing } from '../../core/reload-on-missing-module.js';
import { route } from '../../core/route.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { alertStore } from './alert-store.js';
import { ChartLines } from './chart-lines.js';
import { tellOf } from './notifier.js';
import { offerMenus } from './places.js';

// All that those need who have alerts: it is loaded when somebody has signed in.

/** @typedef {import('./alert-store.js').Alert} Alert */
/** @typedef {Partial<Alert> & {symbol: string}} Draft what is known of an alert that is to be made */

const MOST = 99;
/** @type {HTMLElement | undefined} */ let bell;

/** Opens the window with all alerts, and those that have fired. */
export function showAlerts() {
  import('./dialog/alerts-dialog.js').then(({ openAlerts }) => openAlerts()).catch(reloadIfModuleIsMissing);
}

/** Opens the window for a new alert, or one that is changed; of the symbol that the visitor is at if no other is named. @param {Draft} [draft] */
export function makeAlert(draft = { symbol: symbolAtHand() }) {
  import('./dialog/alerts-dialog.js').then(({ openAlert }) => openAlert(draft)).catch(reloadIfModuleIsMissing);
}

/** Shows on a button how many are unread, from now on. @param {HTMLElement} button */
export function showUnread(button) {
  if (button === bell) return;
  bell = button;
  const count = make('b', { 'aria-hidden': 'true' });
  const show = () => {
    const { unread } = alertStore;
    const text = unread ? say('alert.count', { count: unread }) : say('alerts.title');
    count.textContent = unread > MOST ? `${MOST}+` : String(unread);
    count.hidden = !unread;
    button.title = text;
    button.setAttribute('aria-label', text);
  };
  alertStore.addEventListener('change', show);
  show();
  button.append(count);
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
alertStore.addEventListener('fired', (event) => tellOf(/** @type {CustomEvent} */ (event).detail, showAlerts));
const lines = new ChartLines(makeAlert);
offerMenus(lines, makeAlert, showAlerts);
stream.addEventListener('visitor', () => alertStore.belongTo(stream.visitor));
alertStore.belongTo(stream.visitor);
