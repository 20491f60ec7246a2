// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { route } from '../core/route.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';

/**
 * `<chat-button></chat-button>`: opens and closes the panel, which is open while the address names a room, `?chat=floor`. For
 * those who have signed in, what is behind it is loaded, and shows how much is unread.
 */
class ChatButton extends HTMLElement {
  #button = make('button', { type: 'button', 'aria-label': say('chat.title'), title: say('chat.title') }, make('i'));
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#button);
    this.#button.addEventListener('click', toggle, { signal });
    onKey('c', () => stream.offers('chat') && toggle(), { signal });
    for (const type of ['start', 'visitor']) stream.addEventListener(type, () => this.#show(), { signal });
    route.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    this.hidden = !stream.offers('chat');
    const open = !this.hidden && route.get('chat') !== '';
    this.#button.ariaPressed = String(open);
    if (!this.hidden && stream.visitor) load(import('./owner/owner.js').then(({ follow }) => follow(this.#button)));
    if (open) load(import('./panel/chat-panel.js').then(({ showPanel }) => showPanel(this.#button)));
  }
}

function toggle() {
  route.navigate({ chat: route.get('chat') ? '' : 'floor' });
}

/** @param {Promise<unknown>} loading */
function load(loading) {
  stream.gather(loading).catch(reloadIfModuleIsMissing);
}

await loadStylesheet('chat-button.css', import.meta.url);
customElements.define('chat-button', ChatButton);
