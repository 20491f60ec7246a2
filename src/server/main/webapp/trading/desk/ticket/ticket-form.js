// @ts-check
import { make, setText } from '../../../core/dom.js';
import { amount, digits } from '../../../core/formats.js';
import { stream } from '../../../core/stream.js';
import { say } from '../../../core/words.js';
import { quotes } from '../../../quotes/quote-store.js';
import { fieldOf, orderText, problemText } from '../order-words.js';
import { hintText, tooMuch, wrongWith } from './checks.js';
import { Estimate, most, onGrid, priceOf } from './estimate.js';
import { choice, choose, chosen, field, number, showProblem } from './fields.js';
import { noticeText } from './notices.js';

/** @typedef {import('../drafts.js').Side} Side */
/** @typedef {import('../sending.js').Wanted} Wanted */

const FIRST_QUANTITY = 10;
const STEPS = [-10, 10, 100];
/** How far from the price a stop begins. */
const STOP_AT = 0.02;

let count = 0;

/** The ticket itself: what, how many, at what price, for how long, what it costs; and what cannot be, at its field. */
export class TicketForm {
  element;
  #symbol;
  /** @type {Side} */ #side;
  #priceTouched = false;
  #title = make('h3', { tabindex: '-1' });
  #type = choice(say('ticket.type'), 'ordType', [['market', say('order.type.market')], ['limit', say('order.type.limit')], ['stop', say('order.type.stop')]]);
  #time = choice(say('ticket.time'), 'timeInForce', [['day', say('order.tif.day')], ['goodTillCancel', say('order.tif.goodTillCancel')]]);
  #price = number('price', { inputmode: 'decimal', min: '0' });
  #quantity = number('orderQty', { inputmode: 'numeric', min: '1', step: '1' });
  #priceField = field('', this.#price);
  #most = make('button', { type: 'button' }, say('ticket.max'));
  #notice = make('p', { class: 'notice' });
  #hint = document.createTextNode('');
  #problem = make('p', { class: 'problem', role: 'alert' });
  #estimate = new Estimate(`order-estimate-${++count}`);
  #submitText = document.createTextNode('');
  #submit = make('button', { type: 'submit', 'aria-describedby': this.#estimate.element.id }, this.#submitText);
  #invite = make('div', { class: 'invite' });
  #form;

  /**
   * @param {string} symbol
   * @param {Side} side
   * @param {number | undefined} quantity
   * @param {(wanted: Wanted) => void} submit
   * @param {() => void} close
   */
  constructor(symbol, side, quantity = FIRST_QUANTITY, submit, close) {
    this.#symbol = symbol;
    this.#side = side;
    this.#quantity.value = String(quantity);
    const cancel = make('button', { type: 'button', class: 'close', 'aria-label': say('ticket.close') }, '×');
    const signIn = make('button', { type: 'button' }, say('order.signIn'));
    const steps = STEPS.map((step) => this.#step(step));
    this.#form = make('form', { novalidate: true },
      this.#type, this.#priceField, field(say('ticket.quantity'), this.#quantity, make('div', { class: 'steps' }, ...steps, this.#most)),
      this.#time, make('p', { class: 'hint' }, this.#hint), this.#estimate.element, this.#problem, this.#submit);
    this.#invite.append(make('p', {}, say('ticket.invite')), signIn);
    this.element = make('section', { class: 'ticket' }, make('header', {}, this.#title, cancel), this.#notice, this.#invite, this.#form);
    cancel.addEventListener('click', close);
    signIn.addEventListener('click', () => document.dispatchEvent(new Event('sign-in')));
    this.#most.addEventListener('click', () => this.#setQuantity(most(this.#wanted()) ?? 0));
    this.#type.addEventListener('change', () => this.#showType());
    this.#price.addEventListener('input', () => (this.#priceTouched = true));
    this.#form.addEventListener('input', ({ target }) => {
      showProblem(/** @type {HTMLElement} */ (target), '');
      this.#problem.textContent = '';
      this.paint();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const wanted = this.#wanted();
      if (this.#submit.ariaDisabled === 'true' || this.#complain(wanted)) return;
      submit(wanted);
    });
    this.#showType();
  }

  get side() {
    return this.#side;
  }

  /** @param {Side} side @returns {boolean} whether it could be changed */
  change(side) {
    if (!this.element.isConnected) return false;
    this.#side = side;
    this.#showType();
    return true;
  }

  /** @param {Wanted} wanted */
  fill({ ordType, timeInForce, orderQty, price, stopPx }) {
    choose(this.#type, ordType);
    choose(this.#time, timeInForce);
    this.#quantity.value = String(orderQty);
    this.#price.value = String(price ?? stopPx ?? '');
    this.#priceTouched = true;
    this.#showType();
  }

  focus() {
    const invited = /** @type {HTMLElement | null} */ (this.#invite.querySelector('button'));
    if (this.#form.hidden) {
      (this.#invite.hidden ? this.#title : invited)?.focus();
      return;
    }
    this.#quantity.focus();
    this.#quantity.select();
  }

  /** Says why the server did not take it. @param {import('../../../core/send.js').Reply} reply */
  refuse(reply) {
    const name = fieldOf(reply);
    const text = problemText(reply, this.#symbol);
    const input = name === 'price' ? this.#price : name === 'orderQty' ? this.#quantity : undefined;
    if (input) this.#tell(input, text);
    else {
      this.#problem.textContent = text;
      this.#submit.focus();
    }
  }

  paint() {
    const wanted = this.#wanted();
    const quote = quotes.quote(this.#symbol);
    const allowed = stream.visitor !== '' && !stream.delayed;
    const { text, stops } = noticeText(quote, wanted);
    this.#notice.hidden = !text;
    if (this.#notice.textContent !== text) this.#notice.textContent = text;
    this.#invite.hidden = stream.visitor !== '' || stream.delayed !== '';
    this.#form.hidden = !allowed;
    if (this.#title.textContent !== this.#titleText()) this.#title.textContent = this.#titleText();
    if (!allowed) return;
    if (!this.#priceTouched && document.activeElement !== this.#price && !this.#price.value) this.#showType();
    this.#submit.ariaDisabled = String(stops);
    setText(this.#submitText, orderText({ ...wanted, orderQty: wanted.orderQty || 0 }));
    this.#estimate.paint(wanted);
    setText(this.#hint, hintText(wanted));
    const limit = most(wanted);
    this.#most.disabled = !limit;
    this.#most.title = limit === undefined ? '' : amount(limit);
    this.#warn(wanted);
  }

  /** What cannot be paid, or is not held, is said as it is typed. @param {Wanted} wanted */
  #warn(wanted) {
    const text = tooMuch(wanted);
    const shown = this.#quantity.getAttribute('aria-invalid') === 'true';
    if (text) showProblem(this.#quantity, text);
    else if (shown && this.#quantity.dataset.warned) showProblem(this.#quantity, '');
    this.#quantity.dataset.warned = text && 'yes';
  }

  /** Says what is wrong, at its field. @param {Wanted} wanted @returns {boolean} whether anything is */
  #complain(wanted) {
    const { field = '', text = '' } = wrongWith(wanted) ?? {};
    return field !== '' && this.#tell(field === 'price' ? this.#price : this.#quantity, text);
  }

  /** @param {HTMLElement} input @param {string} text @returns {true} */
  #tell(input, text) {
    showProblem(input, text);
    input.focus();
    return true;
  }

  #titleText() {
    return say('ticket.of', { side: say(`order.${this.#side}`), symbol: this.#symbol });
  }

  /** @returns {Wanted} */
  #wanted() {
    const ordType = /** @type {Wanted['ordType']} */ (chosen(this.#type));
    const price = Number(this.#price.value) || undefined;
    return {
      symbol: this.#symbol, side: this.#side, ordType, timeInForce: /** @type {Wanted['timeInForce']} */ (chosen(this.#time)),
      orderQty: Number(this.#quantity.value), ...(price && ordType === 'limit' && { price }), ...(price && ordType === 'stop' && { stopPx: price }),
    };
  }

  /** A price is only for orders that have one; it begins at the side of the market that the visitor has pressed. */
  #showType() {
    const type = chosen(this.#type);
    this.#priceField.hidden = type === 'market';
    /** @type {HTMLElement} */ (this.#priceField.querySelector('label')).textContent = say(type === 'stop' ? 'ticket.stopPrice' : 'ticket.limitPrice');
    const { tickSize = 0.01 } = quotes.instrument(this.#symbol) ?? {};
    this.#price.step = String(tickSize);
    showProblem(this.#price, '');
    const at = priceOf({ ...this.#wanted(), ordType: 'market' });
    if (!this.#priceTouched && at !== undefined) {
      const away = type === 'stop' ? (this.#side === 'buy' ? 1 + STOP_AT : 1 - STOP_AT) : 1;
      this.#price.value = onGrid(this.#symbol, at * away).toFixed(digits(tickSize));
    }
    if (this.element) this.paint();
  }

  /** @param {number} by */
  #step(by) {
    const button = make('button', { type: 'button', 'aria-label': say(by > 0 ? 'ticket.more' : 'ticket.less', { count: Math.abs(by) }) }, by > 0 ? `+${by}` : `−${-by}`);
    button.addEventListener('click', () => this.#setQuantity(Math.max(1, (Number(this.#quantity.value) || 0) + by)));
    return button;
  }

  /** @param {number} quantity */
  #setQuantity(quantity) {
    this.#quantity.value = String(quantity);
    showProblem(this.#quantity, '');
    this.paint();
  }
}
