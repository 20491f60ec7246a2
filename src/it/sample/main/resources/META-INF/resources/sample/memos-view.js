// @ts-check
import { make, setText } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { memos } from './memo-store.js';

/** `<memos-view></memos-view>`: all memos, and a form to write one. */
class MemosView extends HTMLElement {
  #list = make('ol');
  #symbol = make('input', { name: 'symbol', required: true, maxlength: '64' });
  #text = make('input', { name: 'text', required: true, maxlength: '280' });
  #failure = document.createTextNode('');
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const form = make(
      'form',
      {},
      make('label', {}, say('memos.symbol'), ' ', this.#symbol),
      make('label', {}, say('memos.text'), ' ', this.#text),
      make('button', {}, say('memos.write')),
    );
    form.addEventListener('submit', (event) => this.#write(event), { signal });
    memos.addEventListener('change', () => this.#show(), { signal });
    preferences.addEventListener('change', () => this.#show(), { signal });
    this.replaceChildren(form, make('p', { role: 'status' }, this.#failure), this.#list);
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  /** @param {SubmitEvent} event */
  async #write(event) {
    event.preventDefault();
    const detail = await memos.write(this.#symbol.value.trim(), this.#text.value);
    setText(this.#failure, detail && say('memos.failed', { detail }));
    if (!detail) this.#text.value = '';
  }

  #show() {
    const shown = preferences.get('memos-order') === 'oldest' ? memos.all : memos.all.reverse();
    this.#list.replaceChildren(
      ...shown.map(({ symbol, text, price }) => make('li', {}, make('b', {}, symbol), ` ${text} `, make('small', {}, String(price ?? '')))),
    );
  }
}

await loadStylesheet('memos.css', import.meta.url);
customElements.define('memos-view', MemosView);
