// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'chat.unread': 'Chat, {count} unread',
  'chat.mentions': 'Mentions',
  'chat.mentions.unread': 'Mentions, {count} unread',
  'chat.mentioned': '{name} mentions you on the floor',
  'chat.mentionedIn': '{name} mentions you at {room}',
  'chat.show': 'Show message',
};
