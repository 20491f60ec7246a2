// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'detail.unknown': '没有该代码的证券。',
  'detail.close': '关闭详情',
  'detail.share': '复制链接',
  'detail.shared': '已复制',
  'detail.age': '{duration}前',
  'detail.trades': '成交明细',
  'detail.key.close': '关闭详情',

  'trade.time': '时间',
  'trade.price': '成交价',
  'trade.size': '数量',
  'trade.gap': '部分成交缺失',

  'statistic.open': '开盘',
  'statistic.previousClose': '昨收',
  'statistic.low': '最低',
  'statistic.high': '最高',
  'statistic.firstPrice': '首笔成交价',
  'statistic.volume': '成交量',
  'statistic.turnover': '成交额（约）',
  'statistic.spread': '价差',
  'statistic.basisPoints': '价差（基点）',
  'statistic.averagePrice': '均价（本页）',
  'statistic.pace': '笔/分钟',
  'statistic.cap': '市值',
  'statistic.seq': '更新序号',

  'detail.recorded': '录于 {date}',
};
