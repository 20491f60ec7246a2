// @ts-check
import { make } from './dom.js';

/** @typedef {string | number | undefined} Field */

// A number in binary has digits that no price has.
const DIGITS = 12;
// Without it, spreadsheets do not see that a file is UTF-8.
const MARK = '\uFEFF';

/**
 * Rows as RFC 4180 has them.
 * @param {Field[][]} rows
 */
export function csv(rows) {
  return rows.map((row) => `${row.map(field).join()}\r\n`).join('');
}

/**
 * Saves rows as a file of the visitor's.
 * @param {string} name
 * @param {Field[][]} rows
 */
export function saveCsv(name, rows) {
  saveText(name, csv(rows));
}

/**
 * The same of rows that are written already.
 * @param {string} name
 * @param {string} text
 */
export function saveText(name, text) {
  const href = URL.createObjectURL(new Blob([MARK, text], { type: 'text/csv' }));
  make('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}

/** @param {Field} value */
function field(value) {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : plain(value);
  // A spreadsheet would calculate what begins like a formula.
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number without exponent, and without the digits that binary adds. @param {number} value */
function plain(value) {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return rounded.toFixed(20).replace(/\.?0+$/, '');
}
