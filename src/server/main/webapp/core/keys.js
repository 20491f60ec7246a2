// @ts-check
import { preferences } from './preferences.js';

/** @type {Map<string, (() => unknown)[]>} */ const actions = new Map();
/** Every letter and digit that has no action of its own; capitals have none. */
export const LETTERS = 'A–Z';
const FIELDS = 'select, textarea, input:not([type="radio"], [type="checkbox"])';

/**
 * Calls an action when a key is pressed on its own and not in a field. The visitor can turn letters off (WCAG 2.1.4).
 * @param {string} key as `KeyboardEvent.key` has it, or `LETTERS`
 * @param {() => unknown} action returns false to leave the key to the action that was added before it, or to the browser
 * @param {{signal?: AbortSignal}} [until]
 */
export function onKey(key, action, { signal } = {}) {
  const others = () => (actions.get(key) ?? []).filter((other) => other !== action);
  actions.set(key, [action, ...others()]);
  signal?.addEventListener('abort', () => actions.set(key, others()));
}

document.addEventListener('keydown', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // A dialog that has just been closed keeps the focus for a moment.
  const dialog = target.closest('dialog');
  if (document.querySelector('dialog[open]') || (!dialog && target.closest(FIELDS))) return;
  // Arrow keys choose a radio button.
  if (!dialog && event.key.startsWith('Arrow') && target.closest('input')) return;
  if (event.key.length === 1 && preferences.get('shortcuts') === 'off') return;
  const key = actions.get(event.key)?.length || !/^[\p{L}\p{N}]$/u.test(event.key) ? event.key : LETTERS;
  if (actions.get(key)?.some((action) => action() !== false)) event.preventDefault();
});
