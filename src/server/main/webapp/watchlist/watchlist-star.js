// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** `<watchlist-star symbol="AAPL"></watchlist-star>`: adds the symbol to the current list, or removes it. */
class WatchlistStar extends HTMLElement {
  #button = make('button', { type: 'button', tabindex: '-1' });
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#button);
    this.#button.addEventListener('click', () => watchlists.toggle(this.#symbol), { signal });
    watchlists.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  get #symbol() {
    return this.getAttribute('symbol') ?? '';
  }

  #show() {
    const on = watchlists.has(this.#symbol);
    // The title says which of the lists this is.
    if (this.#button.title !== watchlists.current) this.#button.title = watchlists.current;
    if (this.#button.getAttribute('aria-pressed') === String(on)) return;
    this.#button.setAttribute('aria-pressed', String(on));
    this.#button.setAttribute('aria-label', say('watchlist.star', { symbol: this.#symbol }));
    this.#button.textContent = on ? '★' : '☆';
  }
}

customElements.define('watchlist-star', WatchlistStar);
