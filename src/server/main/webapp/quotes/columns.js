// @ts-check
import { compact, percent } from '../core/formats.js';
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
 */

const price = (/** @type {number | undefined} */ value, /** @type {Prices} */ { plain }) => plain(value);
const signed = (/** @type {number | undefined} */ value, /** @type {Prices} */ prices) => prices.signed(value);

/** @type {Column[]} The columns from left to right. */
export const COLUMNS = [
  { name: 'symbol', width: 'var(--symbol)', widths: { 56: 'minmax(0, 1fr)' }, value: ({ symbol }) => symbol },
  { name: 'name', width: 'minmax(0, 1fr)', above: 56, value: companyName },
  { name: 'last', width: '6.25rem', widths: { 25: '5.75rem' }, value: (_, quote) => quote?.last },
  { name: 'change', width: '4.75rem', above: 36, value: (_, quote) => quote?.change, text: signed },
  { name: 'percent', width: '5.25rem', value: (_, quote) => quote?.changePercent, text: percent },
  { name: 'bid', width: '5.5rem', widths: { 56: '5rem' }, above: 45, value: (_, quote) => quote?.bid, text: price },
  { name: 'ask', width: '5.5rem', widths: { 56: '5rem' }, above: 45, value: (_, quote) => quote?.ask, text: price },
  { name: 'spread', width: '4.25rem', above: 65, value: (_, quote) => spread(quote), text: price },
  { name: 'range', width: '14.75rem', above: 79, value: (_, quote) => positionInDayRange(quote) },
  { name: 'volume', width: '4.75rem', above: 65, value: (_, quote) => quote?.volume, text: compact },
  { name: 'trend', width: '9rem', widths: { 56: '6.25rem', 36: '6.5rem', 25: '4.25rem' }, above: 21.5 },
  { name: 'age', width: '7rem', widths: { 56: '6.5rem' }, above: 36, value: (_, __, at) => (at === undefined ? undefined : -at) },
];

/** The style sheet of the columns: their widths, and which of them a narrow table leaves out. */
export function columnStyles() {
  const limits = new Set(COLUMNS.flatMap(({ above, widths = {} }) => [...Object.keys(widths).map(Number), ...(above ? [above] : [])]));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([Infinity, ...limits].sort((one, other) => other - one).map(rules).join('\n'));
  return sheet;
}

/** @param {number} limit of the table's width in rem */
function rules(limit) {
  const shown = COLUMNS.filter(({ above = 0 }) => above < limit);
  const hidden = COLUMNS.filter(({ above }) => above === limit).map(({ name }) => `.${name}`);
  const hide = hidden.length ? `quote-table :is(${hidden.join()}) { display: none; }` : '';
  const all = `quote-table table { --columns: ${shown.map((column) => widthIn(column, limit)).join(' ')}; } ${hide}`;
  return limit === Infinity ? all : `@container (max-width: ${limit}rem) { ${all} }`;
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
