// @ts-check
import { announcements } from '../../core/announcements.js';
import { route } from '../../core/route.js';
import { say } from '../../core/words.js';
import { orderText, problemText } from './order-words.js';
import { offerUndo } from './order-toasts.js';
import { Sending, unsettled } from './sending.js';

/** @typedef {import('./sending.js').Wanted} Wanted */

/**
 * The orders of this tab that are on their way, any number of them. Fires `change`, whose detail is the one that has changed; it
 * can be cancelled by who shows it: what nobody shows is told in a toast.
 */
class Sendings extends EventTarget {
  /** @type {Set<Sending>} */ #all = new Set();

  /** One that is on its way, in that symbol. @param {string} symbol */
  of(symbol) {
    return [...this.#all].find(({ wanted }) => wanted.symbol === symbol);
  }

  /** @param {Wanted} wanted */
  start(wanted) {
    const sending = new Sending(wanted);
    this.#follow(sending);
    sending.send();
    return sending;
  }

  /** Takes up those that were on their way when the page was left. */
  restore() {
    for (const sending of unsettled()) {
      this.#follow(sending);
      sending.find();
    }
  }

  /** @param {Sending} sending that is not wanted any more */
  forget(sending) {
    sending.forget();
    this.#all.delete(sending);
  }

  /** Leaves all to those who come back. */
  leave() {
    this.#all.forEach((one) => one.leave());
    this.#all.clear();
  }

  /** @param {Sending} sending */
  #follow(sending) {
    this.#all.add(sending);
    sending.addEventListener('change', () => {
      if (sending.settled) this.#all.delete(sending);
      if (sending.state === 'sent' && sending.order) offerUndo(sending.order);
      const unseen = this.dispatchEvent(new CustomEvent('change', { detail: sending, cancelable: true }));
      if (unseen) this.#tell(sending);
    });
  }

  /** @param {Sending} sending that did not arrive, or perhaps not */
  #tell({ state, trying, wanted, refusal }) {
    const { symbol } = wanted;
    const text = refusal ? problemText(refusal, symbol) : state === 'unsure' && !trying ? say('order.unsure') : '';
    const act = { label: say('order.look'), run: () => route.navigate({ symbol }) };
    if (text) announcements.show({ title: orderText(wanted), text, kind: 'problem', act: route.get('symbol') === symbol ? undefined : act });
  }
}

/** What this tab sends. */
export const sendings = new Sendings();
