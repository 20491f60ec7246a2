// @ts-check
import { quotes } from '../../quotes/quote-store.js';

/** @typedef {{kind: 'text' | 'symbol' | 'mention', text: string}} Run */

const LETTER = String.raw`\p{L}\p{M}\p{N}`;
/** The letters of scripts without spaces, for a class in a regular expression: they stand next to a word of another script. */
export const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;

// What may be a symbol or a name, as the server has it: all that a symbol can be made of, and a name with what stands between its words.
const SYMBOL = String.raw`(?<=^|[${UNSPACED}]|[^${LETTER}_$])\$(?<symbol>[${LETTER}!#$&'()*+./:=@^_|~\-]{1,64})`;
const NAME = String.raw`(?<=^|[${UNSPACED}]|[^${LETTER}@/._\-])[@＠](?<name>[\p{L}\p{N}][${LETTER}]*(?:[ ._\-][\p{L}\p{N}][${LETTER}]*)*)`;
const END = new RegExp(String.raw`(?![${LETTER}])|(?!\p{M})(?:(?<=[${UNSPACED}])(?![${UNSPACED}])|(?<![${UNSPACED} ._\-])(?=[${UNSPACED}]))`, 'uy');

/**
 * What a message is made of: text, symbols as `$AAPL`, and people as `@Ann`; nothing else.
 * @param {string} text
 * @param {string[]} names of people, as the server has found them
 * @returns {Run[]}
 */
export function runsOf(text, names) {
  const people = new Set(names.map(folded));
  const begin = new RegExp(`${SYMBOL}|${NAME}`, 'gu');
  /** @type {Run[]} */ const runs = [];
  let end = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const { symbol, name = '' } = match.groups ?? {};
    const found = symbol ? longest(symbol, symbolOf) : longest(name, (word) => (people.has(folded(word)) ? word : ''));
    // What is none may have one within.
    begin.lastIndex = match.index + 1 + found.length;
    if (!found.length) continue;
    if (match.index > end) runs.push({ kind: 'text', text: text.slice(end, match.index) });
    end = begin.lastIndex;
    runs.push(symbol ? { kind: 'symbol', text: found.text } : { kind: 'mention', text: text.slice(match.index, end) });
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) });
  return runs;
}

/** The symbol that a word stands for, in whatever case it was written; empty for none. @param {string} word */
export function symbolOf(word) {
  return [word, word.toUpperCase(), word.toLowerCase()].find((one) => quotes.instrument(one)) ?? '';
}

/** The longest beginning of some words that is something, and ends where a word does. @param {string} words @param {(word: string) => string} find */
function longest(words, find) {
  for (let { length } = words; length > 0; length--) {
    END.lastIndex = length;
    const text = END.test(words) ? find(words.slice(0, length)) : '';
    if (text) return { text, length };
  }
  return { text: '', length: 0 };
}

/** A name without what tells nobody apart, such as accents. @param {string} name */
export function folded(name) {
  return name.normalize('NFKD').replace(/[\p{M} ._-]/gu, '').toUpperCase().toLowerCase();
}
