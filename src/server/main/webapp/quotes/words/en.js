// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'quotes.view': 'Quotes',
  'quotes.key.view': 'quotes',
  'quotes.key.filter': 'filter by symbol or name',
  'quotes.key.search': 'search by any letter; with Shift, if it is a key of its own',
  'quotes.key.move': 'to the next row',
  'quotes.key.open': 'open the row’s details',
  'quotes.key.clear': 'clear the filter',
  'quotes.key.sort': 'sort again by the chosen column',

  'table.title': 'Quotes',
  'table.simulated': 'Simulated prices',
  'table.recorded': 'Recorded on {date}, replayed',
  'table.count': ({ count }) => (count === 1 ? '1 instrument' : `${count} instruments`),
  'table.some': '{count} of {all} instruments',
  'table.none': 'No instrument matches.',
  'table.all': 'Show all',
  'table.waiting': 'Waiting for the list of instruments…',

  'tools.filter': 'Filter',
  'tools.sector': 'Sector',
  'tools.allSectors': 'All sectors',
  'tools.sorted': 'Sorted at {time}',
  'tools.sortAgain': 'Sort again (s)',

  'column.symbol': 'Symbol',
  'column.name': 'Name',
  'column.last': 'Last',
  'column.change': 'Change',
  'column.percent': 'Change %',
  'column.bid': 'Bid',
  'column.ask': 'Ask',
  'column.spread': 'Spread',
  'column.range': 'Day range',
  'column.volume': 'Volume',
  'column.trend': 'Trend',
  'column.age': 'Age',
  'column.seen': 'Since this page was opened',

  'tick.up': 'up',
  'tick.down': 'down',

  'status.halted': 'Halted',
  'status.stale': 'Stale',
  'status.closed': 'Closed',
  'status.unknown': 'Unknown',
};
