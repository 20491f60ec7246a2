// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount } from '../../../core/formats.js';
import { locale, say } from '../../../core/words.js';
import { orderText, problemText, statusText, statusWord } from '../order-words.js';
import { isOpen, trading } from '../trading-store.js';

/** @typedef {import('../trading-store.js').Order} Order */

const dayTime = new Intl.DateTimeFormat(locale, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** The visitor's orders: the open ones, which can be cancelled, and those that have ended. */
export class Orders {
  #open = make('ul', { 'aria-label': say('floor.orders.open') });
  #ended = make('ul', { 'aria-labelledby': 'floor-ended' });
  #none = make('p', { class: 'none' }, say('floor.orders.none'));
  #endedTitle = make('h3', { id: 'floor-ended' }, say('floor.orders.ended'));
  #more = make('button', { type: 'button', class: 'more' }, say('floor.orders.earlier'));
  #problem = make('p', { class: 'problem', role: 'alert' });
  /** @type {Map<string, OrderRow>} */ #rows = new Map();
  element = make('section', { class: 'orders' }, this.#problem, this.#none, this.#open, this.#endedTitle, this.#ended, this.#more);

  constructor() {
    this.#more.addEventListener('click', () => this.#load());
  }

  paint() {
    const sorted = trading.orders;
    const all = new Set(sorted.map(({ orderId }) => orderId));
    const open = sorted.filter(isOpen);
    const ended = sorted.filter((order) => !isOpen(order));
    for (const [id, row] of this.#rows) {
      if (all.has(id)) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
    this.#none.hidden = open.length > 0;
    this.#endedTitle.hidden = !ended.length;
    this.#more.hidden = !trading.hasEarlier;
    this.#fill(this.#open, open);
    this.#fill(this.#ended, ended);
  }

  /** @param {HTMLElement} list @param {Order[]} orders */
  #fill(list, orders) {
    list.hidden = !orders.length;
    const rows = orders.map((order) => {
      const row = this.#rows.get(order.orderId) ?? new OrderRow((text) => (this.#problem.textContent = text));
      this.#rows.set(order.orderId, row);
      row.paint(order);
      return row.element;
    });
    const { children } = list;
    if (rows.length === children.length && rows.every((row, at) => row === children[at])) return;
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...rows);
    if (focused instanceof HTMLElement) (focused.isConnected && focused.checkVisibility() ? focused : this.element.querySelector('button'))?.focus();
  }

  /** Fetches those that have ended before those that are shown. */
  async #load() {
    if (this.#more.disabled) return;
    this.#more.disabled = true;
    const reply = await trading.loadEarlier();
    this.#more.disabled = false;
    this.#problem.textContent = reply.status === 200 ? '' : problemText(reply);
  }
}

/** An order's row. */
class OrderRow {
  #title = document.createTextNode('');
  #status = document.createTextNode('');
  #word = document.createTextNode('');
  #time = make('time', {});
  #filled = document.createTextNode('');
  #cancel = make('button', { type: 'button' }, say('order.cancelShort'));
  #failed;
  /** @type {Order | undefined} */ #order;
  element = make('li', {}, make('strong', {}, this.#title), make('span', { class: 'word' }, this.#word), make('p', {}, this.#status),
    make('span', { class: 'filled' }, this.#filled), this.#time, this.#cancel);

  /** @param {(text: string) => void} failed */
  constructor(failed) {
    this.#failed = failed;
    this.#cancel.addEventListener('click', () => this.#withdraw());
  }

  /** @param {Order} order */
  paint(order) {
    if (order === this.#order) return;
    this.#order = order;
    const title = orderText(order);
    setText(this.#title, title);
    setText(this.#word, statusWord(order));
    setText(this.#status, statusText(order));
    setText(this.#filled, say('floor.filled', { qty: amount(order.cumQty), all: amount(order.orderQty) }));
    setData(this.element, 'status', order.ordStatus);
    this.#time.dateTime = order.created;
    this.#time.textContent = dayTime.format(new Date(order.created));
    this.#cancel.hidden = !isOpen(order);
    this.#cancel.setAttribute('aria-label', `${say('order.cancel')}: ${title}`);
  }

  async #withdraw() {
    if (!this.#order || this.#cancel.disabled) return;
    this.#cancel.disabled = true;
    const reply = await trading.cancel(this.#order);
    this.#cancel.disabled = false;
    this.#failed(reply.status === 200 || reply.data.reason === 'hasEnded' ? '' : problemText(reply, this.#order.symbol));
  }
}
