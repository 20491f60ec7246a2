// @ts-check
// A full stop within a number or an abbreviation is followed by neither a space and a capital, nor the end of a line.
const ENDS = /[.!?]["”’)*]*[ \t]+(?=[\p{Lu}\p{N}“"‘*])|[。！？][”’）*]*|\n+/gu;

/**
 * The length of those sentences that are complete, of a text that may go on.
 * @param {string} text
 * @param {number} [from] where to begin to look
 */
export function completeLength(text, from = 0) {
  let length = from;
  ENDS.lastIndex = from;
  for (let found = ENDS.exec(text); found; found = ENDS.exec(text)) length = ENDS.lastIndex;
  return length;
}
