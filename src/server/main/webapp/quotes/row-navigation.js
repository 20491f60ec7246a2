// @ts-check
import { onKey } from '../core/keys.js';

const PAGE = 12;

/**
 * Moves from row to row by keyboard: Tab leads to one row's link, the arrow keys from there to the others.
 */
export class RowNavigation {
  #body;
  #rows;
  #symbol = '';

  /**
   * @param {HTMLElement} body of the table
   * @param {import('./table-rows.js').TableRows} rows in it
   * @param {AbortSignal} signal
   */
  constructor(body, rows, signal) {
    this.#body = body;
    this.#rows = rows;
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -Infinity, End: Infinity };
    for (const [key, by] of Object.entries(moves)) onKey(key, () => this.#move(by), { signal });
    body.addEventListener('focusin', ({ target }) => this.#focused(/** @type {Element} */ (target)), { signal });
    rows.addEventListener('change', () => this.#updateTabStop(), { signal });
    this.#updateTabStop();
  }

  /** @param {number} by how many rows @returns {boolean} whether the key is for this table */
  #move(by) {
    // These keys scroll another part of the page, or another part covers this one.
    const part = document.activeElement?.closest('main > *');
    if ((part && !part.contains(this.#body)) || !this.#body.checkVisibility()) return false;
    const rows = this.#rows.elements;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const known = at < 0 ? rows.findIndex((row) => symbolOf(row) === this.#symbol) : at;
    const from = known < 0 ? (by > 0 ? -1 : 0) : known;
    const next = rows[Math.min(rows.length - 1, Math.max(0, from + (at < 0 && known >= 0 ? 0 : by)))];
    if (next) this.#rows.choose(symbolOf(next))?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** @param {Element} target that has the focus now */
  #focused(target) {
    const row = target.closest('tr');
    if (!row) return;
    this.#symbol = symbolOf(row);
    this.#updateTabStop();
  }

  /** Lets Tab lead to the current row, or to the first one. */
  #updateTabStop() {
    const rows = this.#rows.elements;
    const mine = rows.find((row) => symbolOf(row) === this.#symbol) ?? rows[0];
    if (mine) this.#rows.choose(symbolOf(mine));
  }
}

/** @param {Element} row */
function symbolOf(row) {
  return /** @type {HTMLElement} */ (row).dataset.symbol ?? '';
}
