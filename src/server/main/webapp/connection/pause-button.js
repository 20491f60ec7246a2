// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';

/** `<pause-button></pause-button>`: holds the prices, and lets them go on; while all tabs hold them, nothing is sent. */
class PauseButton extends HTMLElement {
  #button = make('button', { type: 'button', 'aria-keyshortcuts': 'p' });
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const turn = () => (stream.paused = !stream.paused);
    this.#button.addEventListener('click', turn, { signal });
    onKey('p', turn, { signal });
    stream.addEventListener('state', () => this.#show(), { signal });
    this.replaceChildren(this.#button);
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const label = say(stream.paused ? 'pause.resume' : 'pause.pause');
    if (this.#button.textContent !== label) this.#button.textContent = label;
  }
}

customElements.define('pause-button', PauseButton);
