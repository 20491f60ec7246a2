// @ts-check
import { features } from '../core/features.js';
import { onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';

/** @typedef {import('./desk/drafts.js').Side} Side */

/** @type {[string, Side][]} */ const KEYS = [['b', 'buy'], ['s', 'sell']];

/**
 * `<trading-keys></trading-keys>`: nothing to see. It listens for the keys that buy and sell where the server trades, and loads
 * what tells of the visitor's orders.
 */
class TradingKeys extends HTMLElement {
  #disconnected = new AbortController();
  #listed = false;

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.hidden = true;
    for (const [key, side] of KEYS) {
      onKey(key, () => want(side), { signal });
      // Without details, it begins a search.
      onKey(`+${key}`, () => route.get('symbol') !== '' && want(side), { signal });
    }
    const follow = () => stream.offers('order') && load(() => this.#list());
    for (const type of ['start', 'visitor']) stream.addEventListener(type, follow, { signal });
    follow();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  /** The words of the keys are there. */
  #list() {
    if (this.#listed) return;
    this.#listed = true;
    features.add({ name: 'trading-keys', shortcuts: [{ key: 'b', help: 'order.key.buy' }, { key: 's', help: 'order.key.sell' }, { key: 'z', help: 'order.key.undo' }] });
  }
}

/** @param {(desk: typeof import('./desk/desk.js')) => void} use */
function load(use) {
  stream.gather(import('./desk/desk.js').then(use)).catch(reloadIfModuleIsMissing);
}

/** Opens a ticket for the row that has the focus, or for the open symbol; without one, the key is for others. @param {Side} side */
function want(side) {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('tr[data-symbol]'));
  const symbol = row?.dataset.symbol ?? route.get('symbol');
  if (!symbol || !stream.offers('order')) return false;
  load(({ drafts }) => drafts.want({ symbol, side }));
  return true;
}

customElements.define('trading-keys', TradingKeys);
