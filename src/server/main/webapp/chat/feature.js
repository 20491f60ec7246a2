// @ts-check

/** @type {import('../core/features.js').Feature} People talk: a button with what is unread, and all else behind it. */
export default {
  name: 'chat',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [
    { slot: 'tools', tag: 'chat-button', load: () => import('./chat-button.js') },
    { slot: 'tools', tag: 'bell-button', load: () => import('../notices/bell-button.js') },
  ],
  shortcuts: [{ key: 'c', help: 'chat.key' }],
};
