// @ts-check
import { make } from '../../../core/dom.js';
import { paintSoon } from '../../../core/painter.js';
import { loadStylesheet } from '../../../core/stylesheet.js';
import { stream } from '../../../core/stream.js';
import { addWords, say } from '../../../core/words.js';
import { drafts } from '../desk.js';
import { sendings } from '../sendings.js';
import { trading } from '../trading-store.js';
import { quotes } from '../../../quotes/quote-store.js';
import { DealRow } from './deal-row.js';
import { SentCard } from './sent-card.js';
import { TicketForm } from './ticket-form.js';

/** @typedef {import('../drafts.js').Draft} Draft */
/** @typedef {import('../drafts.js').Side} Side */
/** @typedef {import('../sending.js').Sending} Sending */

/**
 * `<order-ticket symbol="AAPL"></order-ticket>`: the bid and the ask, each a button that opens a ticket to sell or buy at it;
 * then what became of the order. Who may not trade is told so there.
 */
class OrderTicket extends HTMLElement {
  #symbol = '';
  #disconnected = new AbortController();
  /** @type {DealRow | undefined} */ #deal;
  /** @type {TicketForm | undefined} */ #form;
  /** @type {SentCard | undefined} */ #card;
  #place = make('div', { class: 'place' });

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.#symbol = this.getAttribute('symbol') ?? '';
    this.#deal = new DealRow(this.#symbol, (side) => this.#toggle(side));
    this.replaceChildren(this.#deal.element, this.#place);
    const soon = () => paintSoon(this);
    for (const type of [this.#symbol, 'instruments']) quotes.addEventListener(type, soon, { signal });
    for (const type of ['state', 'visitor', 'start']) stream.addEventListener(type, soon, { signal });
    trading.addEventListener('change', soon, { signal });
    sendings.addEventListener('change', (event) => this.#follow(/** @type {CustomEvent} */ (event).detail) && event.preventDefault(), { signal });
    drafts.addEventListener('change', () => this.#take(), { signal });
    stream.addEventListener('visitor', () => this.#form && !stream.visitor && this.#open(this.#form.side), { signal });
    this.addEventListener('keydown', (event) => this.#leave(event), { signal });
    const left = sendings.of(this.#symbol);
    if (left) this.#show(left);
    this.#take();
    this.paint();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#shut();
  }

  paint() {
    this.#deal?.paint(this.#card ? undefined : this.#form?.side);
    this.#form?.paint();
    this.#card?.paint();
  }

  #take() {
    const draft = drafts.take(this.#symbol);
    if (!draft) return;
    this.#open(draft.side, draft.orderQty);
    this.#form?.focus();
  }

  /** Opens the ticket, changes its side, or closes it. @param {Side} side */
  #toggle(side) {
    if (!this.#card && this.#form?.side === side) return this.#close();
    if (!this.#card && this.#form?.change(side)) return paintSoon(this);
    this.#open(side);
    this.#form?.focus();
  }

  /** @param {Side} side @param {number} [quantity] */
  #open(side, quantity) {
    this.#shut();
    const form = new TicketForm(this.#symbol, side, quantity, (wanted) => this.#show(sendings.start(wanted)), () => this.#close());
    this.#form = form;
    this.#place.replaceChildren(form.element);
    this.paint();
    return form;
  }

  #close() {
    const { side = 'buy' } = this.#form ?? {};
    this.#shut();
    const left = sendings.of(this.#symbol);
    if (left) this.#show(left);
    this.paint();
    if (left) this.#card?.focus();
    else this.#deal?.focus(side);
  }

  #shut() {
    this.#form = undefined;
    this.#card = undefined;
    this.#place.replaceChildren();
  }

  /** What becomes of an order is shown in the place of its form, and the next one can be made meanwhile. @param {Sending} sending */
  #show(sending) {
    const focused = this.contains(document.activeElement);
    const { side, orderQty } = sending.wanted;
    this.#card = new SentCard(sending, () => {
      this.#open(side, orderQty);
      this.#form?.focus();
    }, () => this.#close());
    this.#place.replaceChildren(this.#card.element);
    if (focused) this.#card.focus();
    this.paint();
  }

  /** @param {Sending} sending that has changed @returns {boolean} whether it is shown here */
  #follow(sending) {
    if (!this.#place.firstChild && !sending.settled && sending.wanted.symbol === this.#symbol) this.#show(sending);
    if (this.#card?.sending !== sending) return false;
    if (sending.refusal) this.#giveBack(sending.wanted, sending.refusal);
    paintSoon(this);
    return true;
  }

  /** An order that was refused comes back to its form. @param {Sending['wanted']} wanted @param {import('../../../core/send.js').Reply} refusal */
  #giveBack(wanted, refusal) {
    const form = this.#form ?? this.#open(wanted.side);
    this.#card = undefined;
    form.fill(wanted);
    this.#place.replaceChildren(form.element);
    form.refuse(refusal);
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#place.firstChild || this.#card?.sending.settled === false) return;
    // The details stay open.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('ticket.css', import.meta.url),
]);
customElements.define('order-ticket', OrderTicket);
