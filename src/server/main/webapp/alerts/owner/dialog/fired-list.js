// @ts-check
import { make } from '../../../core/dom.js';
import { route } from '../../../core/route.js';
import { say } from '../../../core/words.js';
import { alertStore } from '../alert-store.js';
import { conditionText, firingText, timeText } from '../sentences.js';

/**
 * What has fired, newest first: unread are those that were so when the window opened, or have come since.
 * @param {() => void} close
 */
export function firedList(close) {
  /** @type {Set<string>} */ const unread = new Set();
  const title = make('h3', { id: 'alerts-fired' }, say('alert.fired'));
  const list = make('ul', { 'aria-labelledby': title.id, class: 'fired', tabindex: '0' });
  let shown = '';
  const show = () => {
    const { firings } = alertStore;
    for (const firing of firings) if (alertStore.isUnread(firing)) unread.add(firing.id);
    title.hidden = list.hidden = !firings.length;
    const now = firings.map(({ id }) => id).join();
    if (now === shown) return;
    shown = now;
    list.replaceChildren(...firings.map((firing) => entry(firing, unread.has(firing.id), close)));
  };
  return { elements: [title, list], show };
}

/** @param {import('../alert-store.js').Firing} firing @param {boolean} unread @param {() => void} close */
function entry(firing, unread, close) {
  const { symbol, condition, time } = firing;
  const link = make('a', { href: route.href({ symbol }), 'data-route': true }, symbol);
  link.addEventListener('click', close);
  const mark = unread ? [make('b', { class: 'unread' }, say('alert.unread'))] : [];
  const words = make('span', {}, link, ' ', conditionText(symbol, condition), ...mark, make('small', {}, firingText(firing)));
  return make('li', { 'data-unread': unread }, words, make('time', { datetime: time }, timeText(time)));
}
