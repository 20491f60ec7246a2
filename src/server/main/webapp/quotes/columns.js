// @ts-check
import { compact, percent } from '../core/formats.js';
import { preferences } from '../core/preferences.js';
import { companyName } from './quote-store.js';

/** @typedef {import('./quote-store.js').Quote} Quote */
/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {ReturnType<typeof import('../core/formats.js').decimals>} Prices formats prices of the instrument */
/**
 * A column of the table. Its title is `column.<name>`, its class and its sort order in the address are its name.
 * @typedef {object} Column
 * @property {string} name
 * @property {string} width
 * @property {Record<number, string>} [widths] in tables that are at most so many rem wide
 * @property {number} [above] shown only in tables that are wider than so many rem
 * @property {(instrument: Instrument, quote?: Quote, at?: number) => string | number | undefined} [value] to sort by
 * @property {(value: any, prices: Prices) => string} [text] writes the value; `quote-row.js` draws a column that has none
 * @property {(instrument: Instrument) => {element: HTMLElement, paint: () => void}} [cell] draws it instead, painted once a second
 * @property {string} [hint] explains the title
 * @property {number} [prices] how many prices stand beside each other; one, if `text` writes a price
 */

const price = (/** @type {number | undefined} */ value, /** @type {Prices} */ { plain }) => plain(value);
const signed = (/** @type {number | undefined} */ value, /** @type {Prices} */ prices) => prices.signed(value);

/** @type {Column[]} All columns, in the order of the page. */
export const COLUMNS = [
  { name: 'symbol', width: 'var(--symbol)', widths: { 56: 'minmax(0, 1fr)' }, value: ({ symbol }) => symbol },
  { name: 'name', width: 'minmax(0, 1fr)', above: 56, value: companyName },
  { name: 'last', width: '6.25rem', widths: { 25: '5.75rem' }, prices: 1, value: (_, quote) => quote?.last },
  { name: 'change', width: '4.75rem', above: 36, value: (_, quote) => quote?.change, text: signed },
  { name: 'percent', width: '5.25rem', value: (_, quote) => quote?.changePercent, text: percent },
  { name: 'bid', width: '5.5rem', widths: { 56: '5rem' }, above: 45, value: (_, quote) => quote?.bid, text: price },
  { name: 'ask', width: '5.5rem', widths: { 56: '5rem' }, above: 45, value: (_, quote) => quote?.ask, text: price },
  { name: 'spread', width: '4.25rem', above: 65, value: (_, quote) => spread(quote), text: price },
  { name: 'range', width: '14.75rem', above: 79, prices: 2, value: (_, quote) => positionInDayRange(quote) },
  { name: 'volume', width: '4.75rem', above: 65, value: (_, quote) => quote?.volume, text: compact },
  { name: 'age', width: '7rem', widths: { 56: '6.5rem' }, above: 36, value: (_, __, at) => (at === undefined ? undefined : -at) },
];

// What names the row is always there.
const FIRST = 'symbol';

/**
 * Adds a column of another feature, before the table is built.
 * @param {Column} column
 * @param {string} before the name of the column behind it
 */
export function addColumn(column, before) {
  COLUMNS.splice(COLUMNS.findIndex(({ name }) => name === before), 0, column);
}

let chosen = COLUMNS;

/** The columns from left to right, as the visitor has chosen them. */
export function chosenColumns() {
  return chosen;
}

/** Chooses columns; none for those of the page. @param {string[]} names from left to right */
export function chooseColumns(names) {
  preferences.set('columns', names.join());
}

/** Arranges the columns as the visitor has chosen. @returns {boolean} whether anything is different from before */
export function arrangeColumns() {
  const before = chosen;
  const names = new Set(preferences.get('columns').split(',').filter((name) => name !== FIRST));
  const found = [...names].map((name) => COLUMNS.find((one) => one.name === name)).filter((one) => one !== undefined);
  chosen = found.length ? [COLUMNS[0], ...found] : COLUMNS;
  return before.length !== chosen.length || chosen.some((column, at) => column !== before[at]);
}

/** How many prices stand beside each other in a column. @param {Column} column */
export function pricesIn({ text, prices = text === price || text === signed ? 1 : 0 }) {
  return prices;
}

/** @param {Quote} [quote] */
export function spread(quote) {
  return quote?.bid === undefined || quote.ask === undefined ? undefined : quote.ask - quote.bid;
}

/**
 * Where the last price stands between the day's low (0) and its high (1).
 * @param {Quote} [quote]
 */
export function positionInDayRange(quote) {
  if (quote?.low === undefined || quote.high === undefined) return undefined;
  return quote.high > quote.low ? (quote.last - quote.low) / (quote.high - quote.low) : 0.5;
}
