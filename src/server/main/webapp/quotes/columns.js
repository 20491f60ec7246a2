// @ts-check
import { compact, decimals, digits, percent } from '../core/formats.js';
import { textWidth } from '../core/text-width.js';
import { companyName, quotes } from './quote-store.js';

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
 * @property {number} [prices] how many prices stand beside each other; one, if `text` writes a price
 */

const price = (/** @type {number | undefined} */ value, /** @type {Prices} */ { plain }) => plain(value);
const signed = (/** @type {number | undefined} */ value, /** @type {Prices} */ prices) => prices.signed(value);

/** @type {Column[]} The columns from left to right. */
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
  { name: 'trend', width: '9rem', widths: { 56: '6.25rem', 36: '6.5rem', 25: '4.25rem' }, above: 21.5 },
  { name: 'age', width: '7rem', widths: { 56: '6.5rem' }, above: 36, value: (_, __, at) => (at === undefined ? undefined : -at) },
];

// The widths above have room for a price that is so many rem wide. A column that is too narrow for it grows, whatever the font.
const ROOM = 4;
// No column grows because of a price like 98,765.40.
const LEAST = 8.1;
// A comma or a point is about half as wide as a figure.
const MARK = 0.55;
// The width of a figure in rem, at the size of the table's text.
const figure = 0.8125 * textWidth('0');
/** The longest price, in figures. */ let longest = 0;

/** The style sheet of the columns: their widths, and which of them a narrow table leaves out. */
export const columnStyles = new CSSStyleSheet();
setRoom(LEAST);

/**
 * Makes the columns wide enough for the prices of a quote.
 * @param {Quote} quote
 * @param {Prices} prices
 */
export function makeRoom(quote, prices) {
  const length = priceLength(quote, prices);
  if (length > longest) setRoom(length);
}

/**
 * @param {Quote} quote
 * @param {Prices} prices
 */
function priceLength({ last, ask = 0, high = 0 }, { plain }) {
  const text = plain(Math.max(last, ask, high));
  const marks = text.replace(/\d/g, '').length;
  return text.length - marks + MARK * marks;
}

/** Makes the columns as wide as the longest price asks for. @param {Instrument[]} instruments on show */
export function fitRoom(instruments) {
  /** @type {Map<number, Quote>} */ const highest = new Map();
  for (const { symbol, tickSize } of instruments) {
    const quote = quotes.quote(symbol);
    if (quote && !(quote.last <= (highest.get(tickSize)?.last ?? 0))) highest.set(tickSize, quote);
  }
  setRoom([...highest].reduce((most, [tickSize, quote]) => Math.max(most, priceLength(quote, decimals(digits(tickSize)))), LEAST));
}

/** @param {number} length of the longest price, in figures */
function setRoom(length) {
  if (length === longest) return;
  longest = length;
  const limits = new Set(COLUMNS.flatMap(({ above, widths = {} }) => [...Object.keys(widths).map(Number), ...(above ? [above] : [])]));
  columnStyles.replaceSync([Infinity, ...limits].sort((one, other) => other - one).map(rules).join('\n'));
}

/** @param {number} limit of the table's width in rem, if all prices are short */
function rules(limit) {
  const more = Math.max(0, longest * figure - ROOM);
  const shown = COLUMNS.filter(({ above = 0 }) => above < limit);
  const hidden = COLUMNS.filter(({ above }) => above === limit).map(({ name }) => `.${name}`);
  const hide = hidden.length ? `quote-table :is(${hidden.join()}) { display: none; }` : '';
  const widths = shown.map((column) => wider(widthIn(column, limit), pricesIn(column) * more));
  const all = `quote-table table { --more: ${more}rem; --columns: ${widths.join(' ')}; } ${hide}`;
  // A column that this limit hides must have had room above it.
  const wide = COLUMNS.filter(({ above = 0 }) => above <= limit);
  const most = limit + more * wide.reduce((sum, column) => sum + pricesIn(column), 0);
  return limit === Infinity ? all : `@container (max-width: ${most}rem) { ${all} }`;
}

/**
 * @param {string} width
 * @param {number} more rem
 */
function wider(width, more) {
  return more ? `calc(${width} + ${more}rem)` : width;
}

/** @param {Column} column */
function pricesIn({ text, prices = text === price || text === signed ? 1 : 0 }) {
  return prices;
}

/**
 * @param {Column} column
 * @param {number} limit
 */
function widthIn({ width, widths = {} }, limit) {
  const narrow = Object.keys(widths).map(Number).filter((most) => most >= limit);
  return narrow.length ? widths[Math.min(...narrow)] : width;
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
