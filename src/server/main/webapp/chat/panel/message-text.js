// @ts-check
/** @typedef {{kind: 'text' | 'symbol' | 'mention', text: string}} Run */

// What may be a symbol or a name, as the server has it: all that a symbol can be made of, and a name with what stands between its words.
const SYMBOL = /(?<![\p{L}\p{M}\p{N}_$])\$(?<symbol>[\p{L}\p{M}\p{N}!#$&'()*+./:=@^_|~-]{1,64})/u;
const NAME = /(?<![\p{L}\p{M}\p{N}@/._-])[@＠](?<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[ ._-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)/u;
const GOES_ON = /^[\p{L}\p{M}\p{N}]/u;

/**
 * What a message is made of: text, symbols as `$AAPL`, and people as `@Ann`; nothing else.
 * @param {string} text
 * @param {string[]} names of people, as the server has found them
 * @param {(word: string) => string} symbolOf the symbol that a word stands for; empty for none
 * @returns {Run[]}
 */
export function runsOf(text, names, symbolOf) {
  const people = new Set(names.map(folded));
  const begin = new RegExp(`${SYMBOL.source}|${NAME.source}`, 'gu');
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

/** The longest beginning of some words that is something, and ends where a word does. @param {string} words @param {(word: string) => string} find */
function longest(words, find) {
  for (let { length } = words; length > 0; length--) {
    const text = GOES_ON.test(words.slice(length)) ? '' : find(words.slice(0, length));
    if (text) return { text, length };
  }
  return { text: '', length: 0 };
}

/** A name without what tells nobody apart. @param {string} name */
function folded(name) {
  return name.normalize('NFKC').toUpperCase().toLowerCase().replace(/[ ._-]/g, '');
}
