// @ts-check
import { preferences } from '../core/preferences.js';

/** Whether the panel is shown. */
export function isOpen() {
  return preferences.get('diagnostics') === 'open';
}

/** Shows or hides the panel. */
export function toggle() {
  preferences.set('diagnostics', isOpen() ? '' : 'open');
}

/** Loads the panel as soon as it is to be shown. */
export async function loadWhenOpen() {
  while (!isOpen()) await new Promise((resolve) => preferences.addEventListener('change', resolve, { once: true }));
  await import('./diagnostics-panel.js');
}
