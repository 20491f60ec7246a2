// @ts-check

/** @type {import('../core/features.js').Feature} All about one symbol: a chart, its statistics and its last trades. */
export default {
  name: 'detail',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  panels: [{ parameter: 'symbol', tag: 'symbol-detail', load: () => import('./symbol-detail.js') }],
  shortcuts: [{ key: 'Esc', help: 'detail.key.close' }],
};
