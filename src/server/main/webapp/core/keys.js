// @ts-check
import { preferences } from './preferences.js';

/** @type {Map<string, (() => unknown)[]>} */ const actions = new Map();
/** Every letter and digit that is pressed without Alt. */
export const LETTERS = 'A–Z';
const FIELDS = 'select, textarea, input:not([type="radio"], [type="checkbox"])';

/**
 * Calls an action when a key is pressed, and not in a field. A letter is pressed with Alt, because letters alone are for
 * `LETTERS`; other characters are pressed on their own, and the visitor can turn those off (WCAG 2.1.4). A letter after `+`
 * is pressed on its own too: its action comes before `LETTERS`.
 * @param {string} key as `KeyboardEvent.key` has it, or `LETTERS`
 * @param {() => unknown} action returns false to leave the key to the action that was added before it, or to the browser
 * @param {{signal?: AbortSignal}} [until]
 */
export function onKey(key, action, { signal } = {}) {
  const others = () => (actions.get(key) ?? []).filter((other) => other !== action);
  actions.set(key, [action, ...others()]);
  signal?.addEventListener('abort', () => actions.set(key, others()));
}

/** @param {string} key as for `onKey` @returns {string} what the visitor has to press, also for `aria-keyshortcuts` */
export function pressed(key) {
  return /^[a-z]$/.test(key) ? `Alt+${key.toUpperCase()}` : key;
}

document.addEventListener('keydown', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  // A dialog that has just been closed keeps the focus for a moment.
  const dialog = target.closest('dialog');
  if (document.querySelector('dialog[open]') || (!dialog && target.closest(FIELDS))) return;
  // Arrow keys choose a radio button.
  if (!dialog && event.key.startsWith('Arrow') && target.closest('input')) return;
  if (!event.altKey && event.key.length === 1 && preferences.get('shortcuts') === 'off') return;
  if ([`+${event.key}`, keyOf(event)].some((key) => actions.get(key)?.some((action) => action() !== false))) event.preventDefault();
});

/** @param {KeyboardEvent} event @returns {string} the key as `onKey` knows it; empty for none */
function keyOf({ key, code, altKey }) {
  if (!altKey) return /^[\p{L}\p{N}]$/u.test(key) ? LETTERS : key;
  // With Alt, a Mac makes another character of a letter; other alphabets have other letters at the same place.
  const letter = /^[a-z]$/i.test(key) ? key : code.match(/^Key([A-Z])$/)?.[1];
  return letter?.toLowerCase() ?? '';
}
