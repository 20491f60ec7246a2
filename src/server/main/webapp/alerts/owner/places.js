// @ts-check
import { announcements } from '../../core/announcements.js';
import { openMenu } from '../../core/menu.js';
import { say } from '../../core/words.js';
import { quotes } from '../../quotes/quote-store.js';
import { alertStore } from './alert-store.js';
import { onMenuWanted } from './press.js';
import { problemText } from './problems.js';
import { conditionText, priceText } from './sentences.js';

/** @typedef {import('./owner.js').Draft} Draft */

/**
 * Offers alerts where a visitor looks at a price: in a row of the table, and in the chart.
 * @param {import('./chart-lines.js').ChartLines} lines
 * @param {(draft: Draft) => void} makeAlert
 * @param {() => void} showAlerts
 */
export function offerMenus(lines, makeAlert, showAlerts) {
  onMenuWanted(({ target, x, y }) => {
    const row = /** @type {HTMLElement | null} */ (target.closest('tr[data-symbol]'));
    const symbol = row?.dataset.symbol;
    if (symbol) {
      openMenu({ x, y }, symbol, [newAlert(symbol), ...existing(symbol), tab(row)]);
      return true;
    }
    const at = lines.priceAt(target, x, y);
    if (!at) return false;
    const condition = conditionAt(at.symbol, at.price);
    openMenu({ x, y }, at.symbol, [
      { label: say('alert.menu.at', { condition: conditionText(at.symbol, condition) }), run: () => create({ symbol: at.symbol, condition }) },
      { label: say('alert.menu.more'), run: () => makeAlert({ symbol: at.symbol, condition }) },
      ...existing(at.symbol),
    ]);
    return true;
  });

  /** @param {string} symbol */
  function newAlert(symbol) {
    return { label: say('alert.menu.new', { symbol }), run: () => makeAlert({ symbol }) };
  }

  /** @param {string} symbol */
  function existing(symbol) {
    const count = alertStore.alerts.filter((alert) => alert.symbol === symbol).length;
    return count ? [{ label: say('alert.menu.all', { count }), run: showAlerts }] : [];
  }
}

/** In the place of the browser's menu of the link. @param {HTMLElement | null} row */
function tab(row) {
  return { label: say('alert.menu.tab'), run: () => window.open(row?.querySelector('a')?.href, '_blank', 'noopener') };
}

/**
 * A condition that is not true yet.
 * @param {string} symbol
 * @param {number} price
 * @param {string} of
 */
export function conditionAt(symbol, price, of = 'last') {
  const quote = quotes.quote(symbol);
  const now = quote?.[/** @type {'last' | 'bid' | 'ask'} */ (of)] ?? quote?.last ?? 0;
  return { type: 'price', of, direction: price > now ? 'above' : 'below', price };
}

/** @param {{symbol: string, condition: import('./alert-store.js').Condition}} wanted */
async function create(wanted) {
  const reply = await alertStore.create(wanted);
  const title = `${wanted.symbol} ${priceText(wanted.symbol, wanted.condition.price)}`;
  if (reply.status !== 201) {
    announcements.show({ title, text: problemText(reply), kind: 'problem' });
    return;
  }
  announcements.show({ title: say('alert.made'), text: `${wanted.symbol} · ${conditionText(wanted.symbol, wanted.condition)}`, act: { label: say('alert.undo'), run: () => alertStore.remove(reply.data.id) } });
}
