// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { features } from '../core/features.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';

/** @typedef {import('../core/features.js').Setting} Setting */

/** Opens the window with the settings of all features. */
export function openSettings() {
  // Whoever clicks twice before it is loaded wants one.
  if (document.querySelector('dialog[open]')) return;
  openDialog(say('settings.title'), ...features.settings.map(field));
}

/** @param {Setting} setting */
function field(setting) {
  const { name, label, values = [], choose = (/** @type {string} */ value) => preferences.set(name, value) } = setting;
  const choices = setting.choices?.() ?? values.map((value) => [value, say(`${label}.${value}`)]);
  const select = make('select', {}, ...choices.map(([value, text]) => make('option', { value }, text)));
  select.value = setting.chosen?.() ?? preferences.get(name, values[0]);
  select.addEventListener('change', () => choose(select.value));
  return make('label', { class: 'choice' }, make('span', {}, say(label)), select);
}
