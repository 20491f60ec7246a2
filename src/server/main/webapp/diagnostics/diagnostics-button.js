// @ts-check
import { make } from '../core/dom.js';
import { onKey, pressed } from '../core/keys.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { isOpen, toggle } from './visibility.js';

/** `<diagnostics-button></diagnostics-button>`: shows and hides the diagnostics. */
class DiagnosticsButton extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const button = make('button', { type: 'button', 'aria-keyshortcuts': pressed('i'), title: say('diagnostics.title') }, say('diagnostics.button'));
    const show = () => button.setAttribute('aria-pressed', String(isOpen()));
    button.addEventListener('click', toggle, { signal });
    onKey('i', toggle, { signal });
    preferences.addEventListener('change', show, { signal });
    this.replaceChildren(button);
    show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

customElements.define('diagnostics-button', DiagnosticsButton);
