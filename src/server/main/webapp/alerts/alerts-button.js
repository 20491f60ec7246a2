// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';

/**
 * `<alerts-button></alerts-button>`: a bell where the server has alerts. Who is nobody in particular is asked to sign in; for
 * others, what is behind it is loaded, and shows how many are unread.
 */
class AlertsButton extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const title = say('alerts.title');
    const button = make('button', { type: 'button', title, 'aria-label': title }, make('i'));
    this.replaceChildren(button);
    button.addEventListener('click', () => open('showAlerts'), { signal });
    onKey('a', () => !this.hidden && open('makeAlert'), { signal });
    const show = () => {
      this.hidden = !stream.offers('alert');
      if (!this.hidden && stream.visitor) load(({ showUnread }) => showUnread(button));
    };
    for (const type of ['start', 'visitor']) stream.addEventListener(type, show, { signal });
    show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

/** @param {(owner: typeof import('./owner/owner.js')) => void} use */
function load(use) {
  import('./owner/owner.js').then(use).catch(reloadIfModuleIsMissing);
}

/** @param {'showAlerts' | 'makeAlert'} what */
function open(what) {
  if (stream.visitor) load((owner) => owner[what]());
  else document.dispatchEvent(new Event('sign-in'));
}

await loadStylesheet('alerts.css', import.meta.url);
customElements.define('alerts-button', AlertsButton);
