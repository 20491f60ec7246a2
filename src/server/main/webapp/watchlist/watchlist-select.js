// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** `<watchlist-select></watchlist-select>`: the choice of a list, and a button to edit them. */
class WatchlistSelect extends HTMLElement {
  #choice = make('select', { 'aria-label': say('watchlist.title') });
  #edit = make('button', { type: 'button', title: say('watchlist.edit') }, say('watchlist.button'));
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#choice, this.#edit);
    this.#choice.addEventListener('change', () => watchlists.choose(this.#choice.value), { signal });
    this.#edit.addEventListener('click', edit, { signal });
    watchlists.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    const options = watchlists.all.map(([name, symbols]) => make('option', { value: name }, `${name} (${symbols.length})`));
    this.#choice.replaceChildren(make('option', { value: '' }, say('watchlist.all')), ...options);
    this.#choice.value = watchlists.active;
  }
}

function edit() {
  import('./watchlists-dialog.js').then(({ openWatchlistsDialog }) => openWatchlistsDialog()).catch(reportError);
}

customElements.define('watchlist-select', WatchlistSelect);
