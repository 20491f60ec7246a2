// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { say } from '../core/words.js';

/** `<help-button></help-button>`: opens a window with the keys of all features, and links to more. */
class HelpButton extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const button = make('button', { type: 'button', 'aria-label': say('help.title'), 'aria-keyshortcuts': '?' }, '?');
    button.addEventListener('click', open, { signal });
    onKey('?', open, { signal });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

function open() {
  import('./help-dialog.js').then(({ openHelp }) => openHelp()).catch(reloadIfModuleIsMissing);
}

customElements.define('help-button', HelpButton);
