// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'chat.key': '打开或关闭聊天',
  'chat.title': '聊天',
};
