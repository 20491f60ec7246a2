// @ts-check

/** @type {import('../core/features.js').Feature} A window with all keys, and links to more. */
export default {
  name: 'help',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [{ slot: 'tools', tag: 'help-button', load: () => import('./help-button.js') }],
  shortcuts: [{ key: '?', help: 'help.key' }],
};
