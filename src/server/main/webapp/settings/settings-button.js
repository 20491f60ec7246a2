// @ts-check
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { say } from '../core/words.js';
import { PALETTES } from './feature.js';

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
  import('./settings-dialog.js').then(({ openSettings }) => openSettings()).catch(reloadIfModuleIsMissing);
}

customElements.define('settings-button', SettingsButton);
