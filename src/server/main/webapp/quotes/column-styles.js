// @ts-check
import { textWidth } from '../core/colours.js';
import { decimals, digits } from '../core/formats.js';
import { chosenColumns, COLUMNS, pricesIn } from './columns.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./columns.js').Column} Column */
/** @typedef {import('./columns.js').Prices} Prices */
/** @typedef {import('./quote-store.js').Quote} Quote */
/** @typedef {import('./quote-store.js').Instrument} Instrument */

// The widths of the columns have room for a price that is so many rem wide. A column that is too narrow for it grows, whatever the font.
const ROOM = 4;
// No column grows because of a price like 98,765.40.
const LEAST = 8.1;
// A comma or a point is about half as wide as a figure.
const MARK = 0.55;
// Room for a name, in rem.
const NAME = 10;
// In a narrow table, these stand level with the symbol, and the name below it goes on below them.
const LEVEL = new Set(['last', 'change', 'percent']);
// The width of a figure in rem, at the size of the table's text.
const figure = 0.8125 * textWidth('0');
/** The longest price, in figures. */ let longest = LEAST;

/** The style sheet of the columns: their widths, and which of them a narrow table leaves out. */
export const columnStyles = new CSSStyleSheet();

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
  styleColumns();
}

/** Writes the style sheet anew, for other columns or longer prices. */
export function styleColumns() {
  const chosen = chosenColumns();
  const limits = new Set(chosen.flatMap(({ name, widths = {} }) => [...Object.keys(widths).map(Number), aboveOf(name)]).filter(Boolean));
  columnStyles.replaceSync([Infinity, ...limits].sort((one, other) => other - one).map(rules).join('\n'));
}

/** @param {number} limit of the table's width in rem, if all prices are short */
function rules(limit) {
  const more = Math.max(0, longest * figure - ROOM);
  const chosen = chosenColumns();
  const shown = chosen.filter(({ name }) => aboveOf(name) < limit);
  const hidden = chosen.filter(({ name }) => aboveOf(name) === limit).map(({ name }) => `.${name}`);
  const hide = hidden.length ? `quote-table :is(${hidden.join()}) { display: none; }` : '';
  const widths = shown.map((column) => wider(widthIn(column, limit), pricesIn(column) * more));
  const beside = shown.findIndex(({ name }, at) => at > 0 && !LEVEL.has(name));
  const room = ['0rem', ...widths.slice(1, beside < 0 ? widths.length : beside)].join(' + ');
  const all = `quote-table table { --more: ${more}rem; --columns: ${widths.join(' ')}; --beside: calc(${room}); } ${hide}`;
  // A column that this limit hides must have had room above it.
  const wide = chosen.filter(({ name }) => aboveOf(name) <= limit);
  const most = limit + more * wide.reduce((sum, column) => sum + pricesIn(column), 0);
  return limit === Infinity ? all : `@container (max-width: ${most}rem) { ${all} }`;
}

/**
 * From how many rem on a column is shown: less, where the visitor has left out others before it.
 * @param {string} name
 */
function aboveOf(name) {
  const { above = 0 } = COLUMNS.find((one) => one.name === name) ?? {};
  if (!above) return 0;
  const leftOut = COLUMNS.filter((one) => !chosenColumns().includes(one) && (one.above ?? 0) <= above);
  return Math.max(1, above - leftOut.reduce((sum, { width }) => sum + (Number.parseFloat(width) || NAME), 0));
}

/**
 * @param {string} width
 * @param {number} more rem
 */
function wider(width, more) {
  return more ? `calc(${width} + ${more}rem)` : width;
}

/**
 * @param {Column} column
 * @param {number} limit
 */
function widthIn({ name, width, widths = {} }, limit) {
  // One column takes the room that is left.
  if (name === 'symbol' && !chosenColumns().some((one) => one.name === 'name')) return `minmax(${width}, 1fr)`;
  const narrow = Object.keys(widths).map(Number).filter((most) => most >= limit);
  return narrow.length ? widths[Math.min(...narrow)] : width;
}
