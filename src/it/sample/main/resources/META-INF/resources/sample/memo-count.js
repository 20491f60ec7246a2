// @ts-check
import { make } from '../core/dom.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { memos } from './memo-store.js';

/** `<memo-count></memo-count>`: how many memos there are, as a link to them. */
class MemoCount extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    memos.addEventListener('change', () => this.#show(), { signal: this.#disconnected.signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    const href = route.href({ view: 'memos' });
    this.replaceChildren(make('a', { href, 'data-route': true }, say('memos.count', { count: memos.all.length })));
  }
}

customElements.define('memo-count', MemoCount);
