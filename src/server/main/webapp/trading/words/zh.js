// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'trading.view': '交易',
  'trading.key': '模拟交易：持仓与排行榜',
};
