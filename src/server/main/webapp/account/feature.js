// @ts-check

/** @type {import('../core/features.js').Feature} Who the visitor is: a button to sign in and out, with a window behind it. */
export default {
  name: 'account',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [{ slot: 'tools', tag: 'account-button', load: () => import('./account-button.js') }],
};
