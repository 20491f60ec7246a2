// @ts-check
import { route } from '../../core/route.js';

/** @typedef {'buy' | 'sell'} Side */
/** @typedef {{symbol: string, side: Side, orderQty?: number}} Draft what a ticket is to begin with */

/** What somebody wants to trade, until the ticket at the symbol takes it. Fires `change`. */
class Drafts extends EventTarget {
  /** @type {Draft | undefined} */ #wanted;

  /** Opens the symbol with a ticket. @param {Draft} draft */
  want(draft) {
    this.#wanted = draft;
    route.navigate({ symbol: draft.symbol });
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} symbol @returns {Draft | undefined} what is wanted of it, once */
  take(symbol) {
    const draft = this.#wanted;
    if (draft?.symbol !== symbol) return undefined;
    this.#wanted = undefined;
    return draft;
  }
}

/** The drafts of this page. */
export const drafts = new Drafts();
