// @ts-check

/** @typedef {import('./quote-store.js').Quote} Quote */
/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {{name: string, value?: (instrument: Instrument, quote?: Quote, at?: number) => string | number | undefined}} Column */

/** @type {Column[]} The columns from left to right, each with what it is sorted by. */
export const COLUMNS = [
  { name: 'symbol', value: ({ symbol }) => symbol },
  { name: 'name', value: ({ name }) => name },
  { name: 'last', value: (_, quote) => quote?.last },
  { name: 'change', value: (_, quote) => quote?.change },
  { name: 'percent', value: (_, quote) => quote?.changePercent },
  { name: 'bid', value: (_, quote) => quote?.bid },
  { name: 'ask', value: (_, quote) => quote?.ask },
  { name: 'spread', value: (_, quote) => spread(quote) },
  { name: 'range', value: (_, quote) => place(quote) },
  { name: 'volume', value: (_, quote) => quote?.volume },
  { name: 'trend' },
  { name: 'age', value: (_, __, at) => (at === undefined ? undefined : -at) },
];

/** @param {Quote} [quote] */
export function spread(quote) {
  return quote?.bid === undefined || quote.ask === undefined ? undefined : quote.ask - quote.bid;
}

/**
 * Where the last price stands between the day's low (0) and high (1).
 * @param {Quote} [quote]
 */
export function place(quote) {
  if (quote?.low === undefined || quote.high === undefined) return undefined;
  return quote.high > quote.low ? (quote.last - quote.low) / (quote.high - quote.low) : 0.5;
}
