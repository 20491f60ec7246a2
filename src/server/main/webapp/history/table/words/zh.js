// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'chart.bars': '{symbol} 的K线数据',
  'chart.older': '更早的行',
  'chart.older.loading': '正在加载更早的行…',
  'chart.older.back': '现已显示至 {time}。',

  'bar.time': '时间',
  'bar.trades': '笔数',
  'bar.vwap': '均价',
  'bar.marks': '备注',
};
