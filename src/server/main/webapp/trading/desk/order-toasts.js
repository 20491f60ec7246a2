// @ts-check
import { announcements } from '../../core/announcements.js';
import { onKey } from '../../core/keys.js';
import { route } from '../../core/route.js';
import { say } from '../../core/words.js';
import { orderText, problemText, statusText } from './order-words.js';
import { isOpen, trading } from './trading-store.js';

/** @typedef {import('./trading-store.js').Order} Order */

/** For how many seconds a new order can be undone at a click. */
const UNDO_FOR = 5;

/** The toast of each order that is still to be seen. @type {Map<string, import('../../core/announcements.js').Shown>} */ const shown = new Map();
/** @type {Order | undefined} The last one that can be undone. */ let last;

/** Tells what happens to the visitor's orders, from now on. */
export function tellOfOrders() {
  trading.addEventListener('execution', (event) => tellOf(/** @type {CustomEvent<Order>} */ (event).detail));
  onKey('z', () => {
    if (!last) return false;
    undo(last);
    return true;
  });
}

/** Tells of an order that the visitor has just sent, and offers to undo what is not filled. @param {Order} order */
export function offerUndo(order) {
  if (!isOpen(order)) return tellOf(order);
  last = order;
  const label = say(order.cumQty ? 'order.undoRest' : 'order.undo');
  const act = { label, key: 'z', seconds: UNDO_FOR, run: () => undo(order), gone: () => (last = last === order ? undefined : last) };
  show(order, { title: orderText(order), text: statusText(order), act });
}

/** @param {Order} order */
function tellOf(order) {
  const known = shown.get(order.orderId);
  if (last?.orderId === order.orderId && isOpen(order)) {
    known?.tell(statusText(order));
    return;
  }
  if (last?.orderId === order.orderId) last = undefined;
  if (known?.open) return known.tell(statusText(order), true);
  const act = { label: say('order.showAll'), run: () => route.navigate({ view: 'trading', tab: 'orders' }) };
  show(order, { title: orderText(order), text: statusText(order), act: route.get('view') === 'trading' ? undefined : act });
}

/** @param {Order} order @param {import('../../core/announcements.js').Toast} toast */
function show(order, toast) {
  shown.get(order.orderId)?.close();
  shown.set(order.orderId, announcements.show(toast));
  for (const [id, one] of shown) if (!one.open) shown.delete(id);
}

/** @param {Order} order */
async function undo(order) {
  last = undefined;
  shown.get(order.orderId)?.close();
  const reply = await trading.cancel(order);
  // What has become of it is told as everything that happens to an order.
  if (reply.status === 200 || reply.data.reason === 'hasEnded') return;
  show(order, { title: orderText(order), text: problemText(reply, order.symbol), kind: 'problem' });
}
