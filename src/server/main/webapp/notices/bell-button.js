// @ts-check
import { make } from '../core/dom.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { notices } from './notices.js';

const MOST = 99;

/**
 * `<bell-button></bell-button>`: a bell with all notices behind it, and how many are unread. Each feature that has notices asks
 * for it: the first one stays.
 */
class BellButton extends HTMLElement {
  #count = make('b', { 'aria-hidden': 'true' });
  #button = make('button', { type: 'button' }, make('i'), this.#count);
  #disconnected = new AbortController();

  connectedCallback() {
    if (document.querySelector('bell-button') !== this) return this.remove();
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#button);
    this.#button.addEventListener('click', () => this.#open(), { signal });
    notices.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    const { all } = notices;
    const unread = all.reduce((sum, one) => sum + one.unread, 0);
    const text = all.map((one) => one.text).join(' · ');
    this.hidden = !all.length;
    this.#count.textContent = unread > MOST ? `${MOST}+` : String(unread);
    this.#count.hidden = !unread;
    this.#button.title = text;
    this.#button.setAttribute('aria-label', text);
  }

  #open() {
    const { all } = notices;
    if (all.length < 2) return all[0]?.open();
    const { left: x, bottom: y } = this.getBoundingClientRect();
    const items = all.map(({ text, open }) => ({ label: text, run: open }));
    import('../core/menu.js').then(({ openMenu }) => openMenu({ x, y }, this.#button.title, items)).catch(reloadIfModuleIsMissing);
  }
}

await loadStylesheet('bell.css', import.meta.url);
customElements.define('bell-button', BellButton);
