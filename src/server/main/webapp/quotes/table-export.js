// @ts-check
import { saveCsv } from '../core/csv.js';
import { digits } from '../core/formats.js';
import { say } from '../core/words.js';
import { chosenColumns, pricesIn } from './columns.js';
import { quotes } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

const MORE = 2;

/**
 * Saves the table as a file: the rows on show in their order, the chosen columns, and the figures as the server sends them.
 * @param {Instrument[]} instruments
 */
export function exportTable(instruments) {
  const columns = chosenColumns().filter(({ value, name }) => value && name !== 'age' && name !== 'range');
  const head = [...columns.map(({ name }) => say(`column.${name}`)), say('column.time')];
  const rows = instruments.map((instrument) => {
    const quote = quotes.quote(instrument.symbol);
    // What is calculated from prices has digits that no price has.
    const decimals = digits(instrument.tickSize) + MORE;
    const fields = columns.map((column) => {
      const value = column.value?.(instrument, quote);
      return typeof value === 'number' && pricesIn(column) ? Number(value.toFixed(decimals)) : value;
    });
    return [...fields, quote?.time];
  });
  saveCsv(`quotes-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`, [head, ...rows]);
}
