// @ts-check
import { saveText } from '../../core/csv.js';
import { pathOf } from '../candles.js';

// The server gives no more at a time.
const MOST = 5000;
// The beginning of a field, in quotes or not, that looks like one and is no number.
const FORMULA = /(?<=^|[,\n])("?)(?=[=+\-@\t])(?!-?\d+(?:\.\d+)?"?(?:[,\r\n]|$))/g;

/**
 * Saves the bars that a chart shows as a file, as the server writes them. Only what a spreadsheet would calculate, a symbol such
 * as `@ES`, gets the apostrophe that says it is text.
 * @param {import('../bar-series.js').BarSeries} series
 * @param {{from: number, to: number}} view the first and the last bar
 */
export async function saveBars({ symbol, interval, bars }, { from, to }) {
  const shown = bars.slice(from, to + 1).filter(({ made }) => !made);
  /** @type {string[]} */ const parts = [];
  for (let at = 0; at < shown.length; at += MOST) {
    const piece = shown.slice(at, at + MOST);
    const path = pathOf(symbol, { interval, from: piece[0].start, to: piece[piece.length - 1].start + 1, limit: MOST });
    const response = await fetch(path, { headers: { Accept: 'text/csv' } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    const text = await response.text();
    // Each part has its own line of names.
    parts.push(at ? text.slice(text.indexOf('\n') + 1) : text);
  }
  if (parts.length) saveText(`${symbol.replaceAll(/[^\w.-]/g, '-')}-${interval}.csv`, parts.join('').replace(FORMULA, "$1'"));
}
