// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { features } from '../core/features.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { PALETTES } from './feature.js';

/** @typedef {import('../core/features.js').Setting} Setting */

/** `<settings-button></settings-button>`: opens a window with the settings of all features. */
class SettingsButton extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const button = make('button', { type: 'button', 'aria-label': say('settings.title'), title: say('settings.title') }, '⚙');
    button.addEventListener('click', open, { signal });
    preferences.addEventListener('change', applyColours, { signal });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

/** Applies at once what `theme-boot.js` applies to the next page. */
function applyColours() {
  document.documentElement.dataset.theme = preferences.get('theme', 'auto');
  document.documentElement.dataset.palette = preferences.get('palette', PALETTES[0]);
}

function open() {
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

customElements.define('settings-button', SettingsButton);
