// @ts-check
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { nameOf, say } from '../core/words.js';
import { plain } from './markup.js';
import { completeLength } from './sentences.js';
import { reasonText } from './text-view.js';

/** @typedef {import('./text-store.js').Text} Text */

// Of older ones it may be forgotten.
const MOST = 500;
// A text that does not go on, or is not shown any more, keeps others waiting for so long.
const PATIENCE = 10_000;

/** Lets screen readers hear texts that grow: each sentence once, when it is complete, and one text after the other. */
class Speaker {
  /** How much of each text was said; all of it if it had ended before it was seen. @type {Map<string, number>} */ #said = new Map();
  /** @type {Text | undefined} */ #current;
  #version = 0;
  #grownAt = 0;

  /** Says what is new in a text. @param {Text} text */
  follow(text) {
    const said = this.#said.get(text.id);
    if (said === Infinity) return;
    if (said === undefined) this.#remember(text.id, text.growing ? 0 : Infinity);
    if (this.#mustWait(text)) return;
    if (said === undefined && !text.growing) return;
    this.#say(text, said ?? 0);
  }

  /** @param {Text} text */
  #mustWait(text) {
    return this.#current?.growing && this.#current !== text && performance.now() - this.#grownAt < PATIENCE;
  }

  /**
   * @param {Text} text
   * @param {number} from
   */
  #say(text, from) {
    if (this.#current !== text || this.#version !== text.version) this.#grownAt = performance.now();
    this.#current = text;
    this.#version = text.version;
    const end = text.growing ? completeLength(text.text, from) : text.text.length;
    const parts = [plain(text.text.slice(from, end)).trim()];
    if (from === 0 && end > 0) parts.unshift(headOf(text));
    if (!text.growing && text.reason && text.reason !== 'complete') parts.push(reasonText(text.reason));
    const words = parts.filter(Boolean).join(' ');
    if (words) announce(words);
    this.#remember(text.id, text.growing ? end : Infinity);
  }

  /**
   * @param {string} id
   * @param {number} length
   */
  #remember(id, length) {
    this.#said.set(id, length);
    if (this.#said.size > MOST) this.#said.delete(/** @type {string} */ (this.#said.keys().next().value));
  }
}

/** @param {string} sentences that are heard, and not seen */
function announce(sentences) {
  import('../core/announcements.js').then(({ announcements }) => announcements.say(sentences)).catch(reloadIfModuleIsMissing);
}

/** @param {Text} text */
function headOf({ topic, occasion, symbol }) {
  if (topic === 'answer') return say('commentary.spoken.answer');
  return say('commentary.spoken', { about: [nameOf('commentary.occasion', occasion), symbol].filter(Boolean).join(' ') });
}

/** The one voice of this page's texts. */
export const speaker = new Speaker();
