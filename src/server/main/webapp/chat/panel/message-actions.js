// @ts-check
import { announcements } from '../../core/announcements.js';
import { openMenu } from '../../core/menu.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { isOwn } from './own-author.js';
import { ownRights } from './own-rights.js';
import { problemText } from './problem-text.js';

/** @typedef {import('./room-messages.js').Message} Message */
/** @typedef {import('./room-messages.js').RoomMessages} RoomMessages */

const MUTED_FOR = 'PT1H';

/** Whether the visitor may still change what a message says. @param {Message} message @param {RoomMessages} messages of its room */
export function mayEdit(message, { limits }) {
  return isOwn(message) && ownRights.writes && !message.deleted && stream.clock.now() - Date.parse(message.time) < limits.edit;
}

/** Whether there is anything that the visitor may do with a message. @param {Message} message */
export function mayChange(message) {
  return ownRights.writes && !message.deleted && (isOwn(message) || ownRights.moderator);
}

/**
 * Opens the menu of a message.
 * @param {RoomMessages} messages of its room
 * @param {Message} message
 * @param {HTMLElement} button
 * @param {(message: Message) => void} edit
 */
export function openActions(messages, message, button, edit) {
  const { left: x, bottom: y } = button.getBoundingClientRect();
  const { name } = message.author;
  const items = [];
  if (mayEdit(message, messages)) items.push({ label: say('chat.edit'), run: () => edit(message) });
  // The second menu asks: one slip of a finger deletes nothing.
  items.push({ label: say('chat.delete'), run: () => openMenu({ x, y }, say('chat.delete'), [
    { label: say('chat.reallyDelete'), run: () => remove(messages, message) }, { label: say('chat.cancel'), run: () => button.focus() },
  ]) });
  if (name && !isOwn(message)) items.push({ label: say('chat.mute', { name }), run: () => mute(message) });
  openMenu({ x, y }, button.getAttribute('aria-label') ?? '', items);
}

/**
 * @param {RoomMessages} messages
 * @param {Message} message
 * @param {string} text
 * @returns {Promise<string>} what is wrong; empty if nothing is
 */
export async function change(messages, message, text) {
  const reply = await send('PATCH', placeOf(message), { text });
  if (reply.status !== 200) return problemText(reply);
  messages.take(reply.data);
  return '';
}

/** @param {RoomMessages} messages @param {Message} message */
async function remove(messages, message) {
  const reply = await send('DELETE', placeOf(message));
  if (reply.status !== 204 && reply.status !== 404) return fail(reply);
  const { text, mentions, ...rest } = message;
  messages.take({ ...rest, revision: message.revision + 0.5, deleted: isOwn(message) ? 'author' : 'moderator' });
}

/** @param {Message} message */
async function mute({ author: { id, name } }) {
  const path = `api/chat/muted/${encodeURIComponent(id)}`;
  const reply = await send('PUT', path, { duration: MUTED_FOR, reason: 'chat' });
  if (reply.status !== 204) return fail(reply);
  announcements.show({ title: say('chat.muted', { name }), act: { label: say('chat.undo'), run: async () => {
    const undone = await send('DELETE', path);
    if (undone.status !== 204) fail(undone);
  } } });
}

/** @param {import('../../core/send.js').Reply} reply */
function fail(reply) {
  announcements.show({ title: problemText(reply), kind: 'problem' });
}

/** @param {Message} message */
function placeOf({ room, seq }) {
  return `api/chat/${encodeURIComponent(room)}/${seq}`;
}
