// @ts-check
import { make } from './dom.js';
import { features } from './features.js';
import { onKey } from './keys.js';
import { route } from './route.js';
import { currentView } from './views.js';
import { say } from './words.js';

/** `<view-links></view-links>`: a link, and a key, to each view. */
class ViewLinks extends HTMLElement {
  #disconnected = new AbortController();
  /** @type {Set<string>} */ #keys = new Set();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.closest('nav')?.setAttribute('aria-label', say('view.title'));
    route.addEventListener('change', () => this.#update(), { signal });
    features.addEventListener('change', () => this.#update(), { signal });
    this.#update();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#keys.clear();
  }

  #update() {
    const current = currentView();
    const links = features.views.map((view) => {
      this.#listen(view);
      const href = route.href({ ...toView(view), ...withoutPanels() });
      const link = make('a', { href, 'data-route': true }, say(view.label));
      if (view === current) link.setAttribute('aria-current', 'page');
      return link;
    });
    const focused = [...this.querySelectorAll('a')].indexOf(/** @type {any} */ (document.activeElement));
    this.replaceChildren(...links);
    links[focused]?.focus();
  }

  /** @param {import('./features.js').View} view */
  #listen(view) {
    if (this.#keys.has(view.key)) return;
    this.#keys.add(view.key);
    onKey(view.key, () => route.navigate(toView(view)), { signal: this.#disconnected.signal });
  }
}

/** @param {import('./features.js').View} view */
function toView({ name }) {
  return { view: name };
}

function withoutPanels() {
  return Object.fromEntries(features.panels.map(({ parameter }) => [parameter, '']));
}

customElements.define('view-links', ViewLinks);
