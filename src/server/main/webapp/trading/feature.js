// @ts-check

/** @type {import('../core/features.js').Feature} Trading with play money: a ticket at each symbol, and a view of the portfolio and the board. */
export default {
  name: 'trading',
  // So that its ticket stands at the price in details that the address asks for.
  first: true,
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  views: [{ topic: 'leaderboard', name: 'trading', tag: 'trading-view', label: 'trading.view', key: 't', help: 'trading.key', load: () => import('./desk/floor/trading-view.js') }],
  parts: [
    { slot: 'tools', tag: 'trading-keys', load: () => import('./trading-keys.js') },
    { slot: 'detail', tag: 'order-ticket', topic: 'order', room: '2.75rem', load: () => import('./desk/ticket/order-ticket.js') },
  ],
};
