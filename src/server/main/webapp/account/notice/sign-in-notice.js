// @ts-check
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { openAccountDialog } from '../dialog/account-dialog.js';
import { session } from '../session.js';

/**
 * `<sign-in-notice></sign-in-notice>`: says that prices are only for those who have signed in, with a button to do so. Hidden
 * while prices come; while they do not, the last ones are hidden.
 */
class SignInNotice extends HTMLElement {
  #text = make('p', { role: 'status' });
  #button = make('button', { type: 'button' }, say('account.signIn'));
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.#button.addEventListener('click', openAccountDialog, { signal });
    stream.addEventListener('state', () => this.#show(), { signal });
    session.addEventListener('change', () => this.#show(), { signal });
    this.replaceChildren(this.#text, this.#button);
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    const hidden = stream.state !== 'unauthorized';
    // The keyboard must not lose its place.
    if (hidden && this.contains(document.activeElement)) /** @type {HTMLElement | null} */ (document.querySelector('account-button button'))?.focus();
    this.hidden = hidden;
    const text = say(session.state === 'ended' ? 'account.pricesAgain' : 'account.pricesFirst');
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('notice.css', import.meta.url),
]);
customElements.define('sign-in-notice', SignInNotice);
document.body.append(make('sign-in-notice'));
