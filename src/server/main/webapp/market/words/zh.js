// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'market.view': '大盘云图',
  'market.key': '大盘云图',
  'market.map': '大盘云图：按市值大小排列的行业与证券及其涨跌幅',
  'market.breadth': '{up} 涨 · {same} 平 · {down} 跌',
  'market.legend': '面积：市值。颜色：较昨收涨跌幅。',
  'market.legend.recorded': '面积：相同。颜色：较回放首笔成交的涨跌幅。',
  'market.cap': '市值',
  'market.gainers': '涨幅榜',
  'market.losers': '跌幅榜',
  'market.active': '成交额榜（约）',
};
