// @ts-check

const KEY = 'tickertape.chat.drafts';

/** @typedef {'sessionStorage' | 'localStorage'} Area */

/** What a visitor has begun to write in a room, in this tab; in a new tab, what was written last in this browser. @param {string} name @param {string} room */
export function draftOf(name, room) {
  const key = `${name} ${room}`;
  return read('sessionStorage')[key] ?? read('localStorage')[key] ?? '';
}

/** @param {string} name of the visitor @param {string} room @param {string} text empty for none */
export function keepDraft(name, room, text) {
  const key = `${name} ${room}`;
  write('sessionStorage', { ...read('sessionStorage'), [key]: text });
  const { [key]: _, ...others } = read('localStorage');
  write('localStorage', text ? { ...others, [key]: text } : others);
}

/** @param {Area} area @returns {Record<string, string>} */
function read(area) {
  try {
    return { ...JSON.parse(window[area].getItem(KEY) ?? '{}') };
  } catch {
    return {};
  }
}

/** @param {Area} area @param {Record<string, string>} drafts */
function write(area, drafts) {
  try {
    window[area].setItem(KEY, JSON.stringify(drafts));
  } catch {
    // The browser keeps nothing.
  }
}
