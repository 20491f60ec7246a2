// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'chart.bars': 'Bars of {symbol}',
  'chart.older': 'Older rows',
  'chart.older.loading': 'Loading older rows…',
  'chart.older.back': 'The rows go back to {time}.',

  'bar.time': 'Time',
  'bar.trades': 'Trades',
  'bar.vwap': 'VWAP',
  'bar.marks': 'Notes',
};
