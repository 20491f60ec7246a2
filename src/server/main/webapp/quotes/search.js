// @ts-check
import { companyName } from './quote-store.js';

/** @typedef {import('./quote-store.js').Instrument} Instrument */

// From the best match to the worst.
const SYMBOL = 0;
const BEGINS_SYMBOL = 1;
const BEGINS_WORDS = 2;
const CONTAINED = 3;
const NONE = Infinity;

/** What is searched of each instrument. @type {WeakMap<Instrument, {symbol: string, text: string}>} */ const texts = new WeakMap();

/**
 * Ranks instruments by how well they match what the visitor typed: the symbol itself, then its beginning, then words of
 * the name by their beginnings, then the rest. Items that are separated by commas are searched for together; those that
 * are a symbol then stand for nothing else.
 * @param {string} query
 * @param {Instrument[]} instruments
 * @returns {((instrument: Instrument) => number) | undefined} a function that gives the best match 0, and none Infinity; undefined without a query
 */
export function ranking(query, instruments) {
  const items = query.toLowerCase().split(/[,，、]/).map((item) => item.trim()).filter(Boolean);
  if (!items.length) return undefined;
  const symbols = new Set(items.length > 1 ? instruments.map(({ symbol }) => symbol.toLowerCase()) : []);
  const searched = items.map((item) => ({ item, words: item.split(/\s+/), only: symbols.has(item) }));
  return (instrument) => {
    const { symbol, text } = textOf(instrument);
    return Math.min(...searched.map(({ item, words, only }) => {
      if (symbol === item) return SYMBOL;
      if (only) return NONE;
      if (symbol.startsWith(item)) return BEGINS_SYMBOL;
      if (words.every((word) => text.includes(` ${word}`))) return BEGINS_WORDS;
      return words.every((word) => text.includes(word) || symbol.includes(word)) ? CONTAINED : NONE;
    }));
  };
}

/** @param {Instrument} instrument */
function textOf(instrument) {
  let known = texts.get(instrument);
  if (!known) {
    const names = `${companyName(instrument)} ${instrument.name}`.toLowerCase();
    // Both as it is written and by its parts: `Coca-Cola` is found by `coca-cola` and by `cola`.
    const text = ` ${names} ${names.replace(/[-.&(/']/g, ' ')}`;
    texts.set(instrument, (known = { symbol: instrument.symbol.toLowerCase(), text }));
  }
  return known;
}
