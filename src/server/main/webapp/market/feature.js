// @ts-check

/** @type {import('../core/features.js').Feature} The whole market as a map, with those that moved most. */
export default {
  name: 'market',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  views: [
    { name: 'market', tag: 'market-view', label: 'market.view', key: 'm', help: 'market.key', load: () => import('./market-view.js') },
  ],
};
