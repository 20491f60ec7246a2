// @ts-check
import { stream } from '../../core/stream.js';
import { outbox } from './outbox.js';

/** Whom a server has taken the visitor for, as its last answer to a message said. */
const own = { visitor: '', id: '' };

outbox.addEventListener('sent', (event) => {
  own.visitor = stream.visitor;
  own.id = /** @type {CustomEvent} */ (event).detail.author.id;
});

/** Whether the visitor has written a message. The author's id says so as soon as it is known: names change. @param {import('./room-messages.js').Message} message */
export function isOwn({ author }) {
  const { visitor } = stream;
  return visitor !== '' && (own.visitor === visitor ? author.id === own.id : author.name === visitor);
}
