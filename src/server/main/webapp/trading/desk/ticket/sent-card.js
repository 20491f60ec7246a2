// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount } from '../../../core/formats.js';
import { say } from '../../../core/words.js';
import { orderText, problemText, statusText } from '../order-words.js';
import { sendings } from '../sendings.js';
import { isOpen, trading } from '../trading-store.js';

/** @typedef {import('../sending.js').Sending} Sending */

/** What has become of an order that was sent, and what can be done about it. A toast says the same to those who only listen. */
export class SentCard {
  sending;
  element;
  #title;
  #status = document.createTextNode('');
  #progress = make('progress', {});
  #problem = make('p', { class: 'problem', role: 'alert' });
  #cancel = make('button', { type: 'button', class: 'cancel' }, say('order.cancel'));
  #again = make('button', { type: 'button', class: 'again' }, say('ticket.again'));
  #forget = make('button', { type: 'button', class: 'forget' }, say('ticket.forget'));
  #next = make('button', { type: 'button', class: 'next' }, say('ticket.next'));
  #close = make('button', { type: 'button', class: 'done' }, say('ticket.close'));

  /**
   * @param {Sending} sending
   * @param {() => void} next opens another ticket
   * @param {() => void} close
   */
  constructor(sending, next, close) {
    this.sending = sending;
    this.#title = make('h3', { tabindex: '-1' }, orderText(sending.wanted));
    this.element = make('section', { class: 'sent' }, this.#title, make('p', {}, this.#status), this.#progress, this.#problem,
      make('p', { class: 'tools' }, this.#cancel, this.#again, this.#forget, this.#next, this.#close));
    // The second click of two on the button that was in this place is for none of these.
    this.element.addEventListener('click', (event) => event.detail > 1 && event.stopPropagation(), { capture: true });
    this.#progress.setAttribute('aria-label', say('ticket.progress'));
    this.#cancel.addEventListener('click', () => this.#withdraw());
    this.#again.addEventListener('click', () => sending.send());
    this.#forget.addEventListener('click', () => {
      sendings.forget(sending);
      close();
    });
    this.#next.addEventListener('click', next);
    this.#close.addEventListener('click', close);
  }

  paint() {
    const { state, trying, order: sent } = this.sending;
    const order = sent && (trading.order(sent.orderId) ?? sent);
    const open = order !== undefined && isOpen(order);
    setData(this.element, 'state', order?.ordStatus ?? state);
    setText(this.#status, order ? statusText(order) : say(state === 'sending' ? 'ticket.sending' : trying ? 'ticket.trying' : 'ticket.unsure'));
    this.#progress.hidden = !order?.cumQty || !open;
    if (order) {
      this.#progress.max = order.orderQty;
      this.#progress.value = order.cumQty;
      this.#progress.textContent = `${amount(order.cumQty)} / ${amount(order.orderQty)}`;
    }
    const focused = this.element.contains(document.activeElement);
    for (const [button, shown] of /** @type {const} */ ([[this.#cancel, open], [this.#again, state === 'unsure' && !trying], [this.#forget, !this.sending.settled], [this.#next, true], [this.#close, Boolean(order)]])) {
      button.hidden = !shown;
    }
    // The button that had the focus has gone.
    if (focused && !document.activeElement?.checkVisibility()) this.#title.focus();
  }

  focus() {
    this.#title.focus();
  }

  async #withdraw() {
    const { order } = this.sending;
    if (!order || this.#cancel.disabled) return;
    this.#cancel.disabled = true;
    const reply = await trading.cancel(order);
    this.#cancel.disabled = false;
    this.#problem.textContent = reply.status === 200 || reply.data.reason === 'hasEnded' ? '' : problemText(reply, order.symbol);
  }
}
