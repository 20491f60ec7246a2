// @ts-check

const KEY = 'tickertape.chat.drafts';

/** What a visitor has begun to write in a room, in this browser. @param {string} name @param {string} room */
export function draftOf(name, room) {
  return read()[`${name} ${room}`] ?? '';
}

/** @param {string} name of the visitor @param {string} room @param {string} text empty for none */
export function keepDraft(name, room, text) {
  const { [`${name} ${room}`]: _, ...others } = read();
  try {
    localStorage.setItem(KEY, JSON.stringify(text ? { ...others, [`${name} ${room}`]: text } : others));
  } catch {
    // The browser keeps nothing.
  }
}

/** @returns {Record<string, string>} */
function read() {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return {};
  }
}
