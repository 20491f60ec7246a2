// @ts-check
import { announcements } from '../../core/announcements.js';
import { say } from '../../core/words.js';
import { authorName } from './message-view.js';
import { isOwn } from './own-author.js';

/** @typedef {import('./room-messages.js').Message} Message */

// So many are read out; of more, their number is said.
const MOST = 3;
const EVERY = 4000;

/**
 * Lets screen readers hear what others write, and not too often: the first at once, then a few together.
 * @param {import('./room-messages.js').RoomMessages} messages
 * @param {AbortSignal} signal
 */
export function announce(messages, signal) {
  /** @type {Message[]} */ let waiting = [];
  let timer = 0;
  const flush = () => {
    timer = 0;
    if (!waiting.length) return;
    if (waiting.length > MOST) announcements.say(say('chat.heard.many', { count: waiting.length }));
    else for (const one of waiting) announcements.say(say('chat.heard', { name: authorName(one), text: one.text ?? '' }));
    waiting = [];
    timer = setTimeout(flush, EVERY);
  };
  messages.addEventListener('arrived', (event) => {
    const { detail } = /** @type {CustomEvent<Message[]>} */ (event);
    waiting.push(...detail.filter((one) => !isOwn(one) && !one.deleted));
    if (document.hidden) waiting = [];
    else if (!timer) flush();
  }, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
