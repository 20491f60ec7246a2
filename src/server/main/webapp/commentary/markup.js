// @ts-check
/** @typedef {{kind: 'text' | 'strong' | 'symbol', text: string}} Run */
/** @typedef {{source: string, item: boolean, runs: Run[]}} Block a paragraph, or an item of a list */

// A symbol in brackets is one whatever it looks like; a word without is one only if it can't be much else.
const SYMBOL = /(?<![\w.])(?:[A-Z0-9][A-Z0-9.^=/-]*[A-Z0-9]|[A-Z0-9])(?!\w)/g;
const PLAIN_SYMBOL = /^[A-Z][A-Z0-9.^=/-]{2,}$/;
const STRONG = /\*\*(.+?)\*\*/g;

/**
 * What a text is made of: paragraphs, lists, emphasis and symbols, and nothing else.
 * @param {string} text
 * @param {boolean} growing whether more may come: then marks that are not complete at its end are not shown
 * @param {(word: string) => boolean} isSymbol
 * @returns {Block[]}
 */
export function blocksOf(text, growing, isSymbol) {
  const lines = (growing ? text.replace(/(^|\n)-$|(?<!\*)\*$/, '$1') : text).split('\n');
  /** @type {{source: string, item: boolean}[]} */ const blocks = [];
  let open = false;
  for (const line of lines) {
    const item = line.startsWith('- ');
    if (item) blocks.push({ source: line.slice(2), item });
    else if (line && open) blocks[blocks.length - 1].source += `\n${line}`;
    else if (line) blocks.push({ source: line, item });
    open = line !== '';
  }
  return blocks.map(({ source, item }, at) => ({ source, item, runs: runsOf(source, growing && at === blocks.length - 1, isSymbol) }));
}

/**
 * A text without the marks of emphasis.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(STRONG, '$1');
}

/**
 * @param {string} source
 * @param {boolean} growing
 * @param {(word: string) => boolean} isSymbol
 */
function runsOf(source, growing, isSymbol) {
  /** @type {Run[]} */ const runs = [];
  let end = 0;
  const closed = growing && (source.match(/\*\*/g) ?? []).length % 2 ? `${source}**` : source;
  for (const { index, 0: { length }, 1: inner } of closed.matchAll(STRONG)) {
    addRuns(runs, 'text', closed.slice(end, index), false, isSymbol);
    addRuns(runs, 'strong', inner, growing && index + length === closed.length, isSymbol);
    end = index + length;
  }
  const rest = closed.slice(end);
  addRuns(runs, 'text', growing ? rest.replace(/\*+$/, '') : rest, growing, isSymbol);
  return runs;
}

/**
 * @param {Run[]} runs
 * @param {'text' | 'strong'} kind
 * @param {string} text
 * @param {boolean} growing whether its last word may go on
 * @param {(word: string) => boolean} isSymbol
 */
function addRuns(runs, kind, text, growing, isSymbol) {
  let end = 0;
  for (const { index, 0: word } of text.matchAll(SYMBOL)) {
    const after = index + word.length;
    if (growing && after === text.length) continue;
    const bracketed = /[(（]/.test(text[index - 1] ?? '') && /[)）]/.test(text[after] ?? '');
    if (!(bracketed || PLAIN_SYMBOL.test(word)) || !isSymbol(word)) continue;
    if (index > end) runs.push({ kind, text: text.slice(end, index) });
    runs.push({ kind: 'symbol', text: word });
    end = after;
  }
  if (end < text.length) runs.push({ kind, text: text.slice(end) });
}
