// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'market.view': 'Market',
  'market.key': 'the market as a map',
  'market.map': 'Map of the market: sectors and instruments by size, with their change',
  'market.breadth': '{up} up · {same} unchanged · {down} down',
  'market.legend': 'Size: market cap. Colour: change since yesterday’s close.',
  'market.legend.recorded': 'Size: all the same. Colour: change since the recording began.',
  'market.cap': 'Market cap',
  'market.gainers': 'Gainers',
  'market.losers': 'Losers',
  'market.active': 'Most active by turnover (approx.)',
};
