// @ts-check
import { make, setText } from '../core/dom.js';
import { onKey, pressed } from '../core/keys.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';

/** `<pause-button></pause-button>`: pauses the prices and resumes them; while all tabs are paused, the server sends nothing. */
class PauseButton extends HTMLElement {
  #label = document.createTextNode('');
  #button = make('button', { type: 'button', 'aria-keyshortcuts': pressed('p') }, this.#label);
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const toggle = () => (stream.paused = !stream.paused);
    this.#button.addEventListener('click', toggle, { signal });
    onKey('p', toggle, { signal });
    stream.addEventListener('state', () => this.#show(), { signal });
    this.replaceChildren(this.#button);
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    setText(this.#label, say(stream.paused ? 'pause.resume' : 'pause.pause'));
  }
}

customElements.define('pause-button', PauseButton);
