// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'trading.view': 'Trading',
  'trading.key': 'trading: your portfolio and the leaderboard',
};
