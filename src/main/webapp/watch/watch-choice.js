// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** `<watch-choice></watch-choice>`: which list is shown, and the way to make others. */
class WatchChoice extends HTMLElement {
  #choice = make('select', { 'aria-label': say('watch.title') });
  #edit = make('button', { type: 'button', title: say('watch.edit') }, say('watch.button'));
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.replaceChildren(this.#choice, this.#edit);
    this.#choice.addEventListener('change', () => watchlists.choose(this.#choice.value), { signal });
    this.#edit.addEventListener('click', edit, { signal });
    watchlists.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const options = watchlists.all.map(([name, symbols]) => make('option', { value: name }, `${name} (${symbols.length})`));
    this.#choice.replaceChildren(make('option', { value: '' }, say('watch.all')), ...options);
    this.#choice.value = watchlists.active;
  }
}

function edit() {
  import('./lists-dialog.js').then(({ listsDialog }) => listsDialog()).catch(reportError);
}

customElements.define('watch-choice', WatchChoice);
