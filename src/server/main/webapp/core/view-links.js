// @ts-check
import { make } from './dom.js';
import { onKey } from './keys.js';
import { route } from './route.js';
import { say } from './words.js';

/** @type {Record<string, string>} Each view's key, and how the address calls it. */
const VIEWS = { quotes: '', market: 'market' };

/** `<view-links></view-links>`: the ways from one view to another. The page's body carries the view as `data-view`. */
class ViewLinks extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.closest('nav')?.setAttribute('aria-label', say('view.title'));
    route.addEventListener('change', () => this.#show(), { signal });
    for (const [name, view] of Object.entries(VIEWS)) onKey(name[0], () => route.navigate({ view }), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const asked = route.get('view');
    const here = Object.values(VIEWS).includes(asked) ? asked : '';
    document.body.dataset.view = here || 'quotes';
    const links = Object.entries(VIEWS).map(([name, view]) => {
      const link = make('a', { href: route.href({ view, symbol: '' }), 'data-route': true }, say(`view.${name}`));
      if (view === here) link.setAttribute('aria-current', 'page');
      return link;
    });
    const focused = [...this.querySelectorAll('a')].indexOf(/** @type {any} */ (document.activeElement));
    this.replaceChildren(...links);
    links[focused]?.focus();
  }
}

customElements.define('view-links', ViewLinks);
