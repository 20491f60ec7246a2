// @ts-check
import { announcements } from '../../core/announcements.js';
import { route } from '../../core/route.js';
import { say } from '../../core/words.js';
import { orderText } from './order-words.js';
import { offerUndo } from './order-toasts.js';
import { Sending, unsettled } from './sending.js';

/** @typedef {import('./sending.js').Wanted} Wanted */

/** The order of this tab that is on its way, or was the last. Fires `change`. */
class Sendings extends EventTarget {
  /** @type {Sending | undefined} */ current;

  /** Whether it is known of the last one what became of it. */
  get settled() {
    return !this.current || this.current.state === 'sent' || this.current.state === 'refused';
  }

  /** @param {Wanted} wanted */
  start(wanted) {
    const sending = new Sending(wanted);
    this.#follow(sending);
    sending.send();
    return sending;
  }

  /** Takes up one that was on its way when the page was left. */
  async restore() {
    const sending = this.current ? undefined : unsettled();
    if (!sending) return;
    this.#follow(sending);
    await sending.find();
    if (sending.state !== 'unsure' || this.current !== sending) return;
    const { symbol } = sending.wanted;
    const act = { label: say('order.look'), run: () => route.navigate({ symbol }) };
    announcements.show({ title: orderText(sending.wanted), text: say('order.unsure'), kind: 'problem', act: route.get('symbol') === symbol ? undefined : act });
  }

  /** Forgets the last one. */
  clear() {
    this.current?.forget();
    this.current = undefined;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Sending} sending */
  #follow(sending) {
    this.current = sending;
    sending.addEventListener('change', () => {
      if (sending.state === 'sent' && sending.order) offerUndo(sending.order);
      this.dispatchEvent(new Event('change'));
    });
  }
}

/** What this tab sends. */
export const sendings = new Sendings();
