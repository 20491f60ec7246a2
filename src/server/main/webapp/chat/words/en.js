// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'chat.key': 'talk, or stop talking',
  'chat.title': 'Chat',
};
