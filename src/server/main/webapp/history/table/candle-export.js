// @ts-check
import { saveText } from '../../core/csv.js';
import { MOST_AT_A_TIME, pathOf } from '../candles.js';

// The beginning of a field, in quotes or not, that looks like one and is no number.
const FORMULA = /(?<=^|[,\n])("?)(?=[=+\-@\t])(?!-?\d+(?:\.\d+)?"?(?:[,\r\n]|$))/g;

/**
 * Saves bars as a file, as the server writes them. Only what a spreadsheet would calculate, a symbol such
 * as `@ES`, gets the apostrophe that says it is text.
 * @param {Pick<import('../chart-options.js').Content, 'symbol' | 'interval' | 'bars'>} bars the oldest first
 */
export async function saveBars({ symbol, interval, bars }) {
  const shown = bars.filter(({ made }) => !made);
  /** @type {string[]} */ const parts = [];
  for (let at = 0; at < shown.length; at += MOST_AT_A_TIME) {
    const piece = shown.slice(at, at + MOST_AT_A_TIME);
    const path = pathOf(symbol, { interval, from: piece[0].start, to: piece[piece.length - 1].start + 1, limit: MOST_AT_A_TIME });
    const response = await fetch(path, { headers: { Accept: 'text/csv' } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    const text = await response.text();
    // Each part has its own line of names.
    parts.push(at ? text.slice(text.indexOf('\n') + 1) : text);
  }
  if (parts.length) saveText(`${symbol.replaceAll(/[^\w.-]/g, '-')}-${interval}.csv`, parts.join('').replace(FORMULA, "$1'"));
}
