// @ts-check

/** @type {import('../core/features.js').Feature} Alerts: a bell, with all else behind it for those who have signed in. */
export default {
  name: 'alerts',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [{ slot: 'tools', tag: 'bell-button', load: () => import('./alerts-button.js') }],
  shortcuts: [{ key: 'a', help: 'alerts.key' }],
};
