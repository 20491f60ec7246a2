// @ts-check
import { stream } from '../../core/stream.js';
import { outbox } from './outbox.js';

/** Whom the server takes the visitor for, as it said last. */
const own = { visitor: '', id: '' };

outbox.addEventListener('sent', (event) => noteOwn(/** @type {CustomEvent} */ (event).detail.author.id));

/** Pages say it, and answers to messages. @param {string} id */
export function noteOwn(id) {
  own.visitor = stream.visitor;
  own.id = id;
}

/** Whether the visitor has written a message. The author's id says so as soon as it is known: names change. @param {import('./room-messages.js').Message} message */
export function isOwn({ author }) {
  const { visitor } = stream;
  return visitor !== '' && (own.visitor === visitor ? author.id === own.id : author.name === visitor);
}
