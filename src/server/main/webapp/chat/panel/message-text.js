// @ts-check
/** @typedef {{kind: 'text' | 'symbol' | 'mention', text: string}} Run */

const SYMBOL = /(?<![\p{L}\p{N}_$])\$([\p{L}\p{N}][\p{L}\p{N}.:^=/-]*)/u;

/**
 * What a message is made of: text, symbols as `$AAPL`, and people as `@Ann`; nothing else.
 * @param {string} text
 * @param {string[]} names of people, as the server has found them
 * @param {(word: string) => boolean} isSymbol
 * @returns {Run[]}
 */
export function runsOf(text, names, isSymbol) {
  const people = names.toSorted((one, other) => other.length - one.length).map(quoted);
  const pattern = new RegExp([SYMBOL.source, ...people.map((name) => `(?<![\\p{L}\\p{N}_])@${name}(?![\\p{L}\\p{N}_])`)].join('|'), 'giu');
  /** @type {Run[]} */ const runs = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match[1] === undefined ? match[0] : symbolIn(match[1], isSymbol);
    if (!found) continue;
    if (match.index > end) runs.push({ kind: 'text', text: text.slice(end, match.index) });
    runs.push({ kind: match[1] === undefined ? 'mention' : 'symbol', text: found });
    end = match.index + (match[1] === undefined ? found.length : found.length + 1);
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) });
  return runs;
}

/** The symbol that a word begins with: a stop or a dash behind it is none of it. @param {string} word @param {(word: string) => boolean} isSymbol */
function symbolIn(word, isSymbol) {
  for (let found = word; found; found = found.replace(/[\p{L}\p{N}]*$/u, '').replace(/[^\p{L}\p{N}]+$/u, '')) {
    if (isSymbol(found.toUpperCase())) return found.toUpperCase();
  }
  return '';
}

/** @param {string} name */
function quoted(name) {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
