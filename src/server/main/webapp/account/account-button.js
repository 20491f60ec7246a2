// @ts-check
import { make } from '../core/dom.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { session } from './session.js';

/**
 * `<account-button></account-button>`: says who the visitor is, and opens the window in which to sign in and out. That a
 * session has ended is announced once; the window does not open by itself. Where prices are only for those who have signed
 * in, a notice says so.
 */
class AccountButton extends HTMLElement {
  #label = make('span', { class: 'label' });
  #button = make('button', { type: 'button' }, make('span', { class: 'person', 'aria-hidden': 'true' }), this.#label);
  #announcement = make('span', { class: 'announcement', role: 'alert' });
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#button);
    this.#button.addEventListener('click', open, { signal });
    // Another part of the page needs to know who the visitor is.
    document.addEventListener('sign-in', open, { signal });
    session.addEventListener('change', () => this.#show(), { signal });
    stream.addEventListener('state', notice, { signal });
    this.#show();
    notice();
    session.start();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    const { state, name } = session;
    const text = state === 'ended' ? say('account.again') : name || say('account.signIn');
    this.dataset.state = state;
    this.#label.textContent = text;
    this.#button.title = text;
    this.#button.setAttribute('aria-label', name ? say('account.of', { name }) : text);
    this.#announcement.textContent = text;
    if (state === 'ended') this.append(this.#announcement);
    else this.#announcement.remove();
  }
}

function notice() {
  if (stream.state === 'unauthorized') import('./notice/sign-in-notice.js').catch(reloadIfModuleIsMissing);
}

function open() {
  import('./dialog/account-dialog.js').then(({ openAccountDialog }) => openAccountDialog()).catch(reloadIfModuleIsMissing);
}

await loadStylesheet('account.css', import.meta.url);
customElements.define('account-button', AccountButton);
