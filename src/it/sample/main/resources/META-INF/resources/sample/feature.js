// @ts-check

/** @type {import('../core/features.js').Feature} Memos on symbols: a view to read and write them, and their number. */
export default {
  name: 'memos',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  views: [
    { name: 'memos', tag: 'memos-view', label: 'memos.view', key: 'n', help: 'memos.key', load: () => import('./memos-view.js') },
  ],
  parts: [{ slot: 'tools', tag: 'memo-count', load: () => import('./memo-count.js') }],
  settings: [{ name: 'memos-order', label: 'memos.order', values: ['newest', 'oldest'] }],
};
