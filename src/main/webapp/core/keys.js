// @ts-check
import { preferences } from './preferences.js';

/** @type {Map<string, () => unknown>} */ const actions = new Map();
const FIELDS = 'select, textarea, input:not([type="radio"], [type="checkbox"])';

/**
 * Does something when a key is pressed alone and not into a field. The visitor can turn letters off (WCAG 2.1.4).
 * @param {string} key as `KeyboardEvent.key` has it
 * @param {() => unknown} action returns false to leave the key to the browser
 * @param {{signal?: AbortSignal}} [until]
 */
export function onKey(key, action, { signal } = {}) {
  actions.set(key, action);
  signal?.addEventListener('abort', () => {
    if (actions.get(key) === action) actions.delete(key);
  });
}

document.addEventListener('keydown', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // A window that has just been closed keeps the focus for a moment.
  const dialog = target.closest('dialog');
  if (dialog ? dialog.open : target.closest(FIELDS)) return;
  // Arrows choose among radio buttons.
  if (!dialog && event.key.startsWith('Arrow') && target.closest('input')) return;
  const action = actions.get(event.key);
  if (!action || (event.key.length === 1 && preferences.get('shortcuts') === 'off')) return;
  if (action() !== false) event.preventDefault();
});
