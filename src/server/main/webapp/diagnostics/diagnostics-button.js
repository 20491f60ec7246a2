// @ts-check
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { toggle } from './diagnostics-panel.js';

/** `<diagnostics-button></diagnostics-button>`: shows the panel with the figures, and puts it away. */
class DiagnosticsButton extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const button = make('button', { type: 'button', 'aria-keyshortcuts': 'i', title: say('diagnostics.title') }, say('diagnostics.button'));
    const show = () => button.setAttribute('aria-pressed', String(preferences.get('diagnostics') === 'open'));
    button.addEventListener('click', toggle, { signal });
    preferences.addEventListener('change', show, { signal });
    this.replaceChildren(button);
    show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

customElements.define('diagnostics-button', DiagnosticsButton);
