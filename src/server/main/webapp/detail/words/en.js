// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'detail.unknown': 'There is no instrument with this symbol.',
  'detail.close': 'Close the details',
  'detail.share': 'Copy link',
  'detail.shared': 'Copied',
  'detail.age': '{duration} old',
  'detail.trades': 'Last trades',
  'detail.key.close': 'close the details',

  'trade.time': 'Time',
  'trade.price': 'Price',
  'trade.size': 'Size',
  'trade.gap': 'trades missing',

  'statistic.open': 'Open',
  'statistic.previousClose': 'Previous close',
  'statistic.low': 'Low',
  'statistic.high': 'High',
  'statistic.firstPrice': 'First price',
  'statistic.volume': 'Volume',
  'statistic.turnover': 'Turnover (approx.)',
  'statistic.spread': 'Spread',
  'statistic.basisPoints': 'Spread, bps',
  'statistic.averagePrice': 'VWAP (seen)',
  'statistic.pace': 'Trades/min',
  'statistic.cap': 'Market cap',
  'statistic.seq': 'Update no.',

  'detail.recorded': 'recorded on {date}',
};
