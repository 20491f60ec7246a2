// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'chat.unread': '聊天，{count} 条未读',
  'chat.mentions': '提到我的',
  'chat.mentions.unread': '提到我的，{count} 条未读',
  'chat.mentioned': '{name} 在大厅提到了您',
  'chat.mentionedIn': '{name} 在 {room} 讨论区提到了您',
  'chat.show': '查看消息',
};
