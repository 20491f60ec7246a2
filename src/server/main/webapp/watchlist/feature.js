// @ts-check
import './table-extensions.js';

/** @type {import('../core/features.js').Feature} Lists of symbols: a star in each row, a choice of lists, a filter. */
export default {
  name: 'watchlist',
  first: true,
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  shortcuts: [{ key: 'w', help: 'watchlist.key' }],
};
