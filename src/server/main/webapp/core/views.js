// @ts-check
import { make } from './dom.js';
import { features } from './features.js';
import { onKey } from './keys.js';
import { reloadIfModuleIsMissing } from './reload-on-missing-module.js';
import { route } from './route.js';
import { stream } from './stream.js';
import { say } from './words.js';

/** @typedef {import('./features.js').View | import('./features.js').Panel} Content */

/** @type {Map<Content, HTMLElement>} */ const elements = new Map();

/** The view that the address asks for, or the default. */
function currentView() {
  const { views } = features;
  return views.find(({ name }) => name === route.get('view')) ?? views.find(({ name }) => name === '');
}

/**
 * Shows the view and the panels that the address asks for, from now on; loads each when it is first asked for.
 * @param {HTMLElement} main
 */
export function showViews(main) {
  const update = () => {
    const current = currentView();
    for (const view of features.views) toggle(main, view, view === current);
    for (const panel of features.panels) toggle(main, panel, route.get(panel.parameter) !== '');
  };
  // Before the elements hear of it: what they are shown on must be visible.
  route.addEventListener('change', update);
  features.addEventListener('change', update);
  update();
}

/**
 * @param {HTMLElement} main
 * @param {Content} content
 * @param {boolean} shown
 */
function toggle(main, content, shown) {
  const known = elements.get(content);
  if (known) known.hidden = !shown;
  if (known || !shown) return;
  const element = make(content.tag, { class: 'parameter' in content ? 'panel' : 'view' });
  elements.set(content, element);
  main.append(element);
  content.load?.().catch(reloadIfModuleIsMissing);
}

/**
 * Makes the parts that features have for a slot, and loads them as soon as they are shown.
 * @param {import('./features.js').Part['slot']} slot
 * @param {AbortSignal} signal
 * @param {Record<string, string>} [attributes]
 */
export function makeParts(slot, signal, attributes) {
  return features.partsOf(slot).map(({ tag, topic, room = '', load }) => {
    const element = make(tag, { ...attributes, class: 'part' });
    element.style.minHeight = room;
    /** @type {ChildNode} */ let shown = document.createTextNode('');
    const place = shown;
    const show = () => {
      const next = !topic || stream.offers(topic) ? element : place;
      if (next === element) load?.().catch(reloadIfModuleIsMissing);
      if (next !== shown) shown.replaceWith(next);
      shown = next;
    };
    stream.addEventListener('start', show, { signal });
    show();
    return shown;
  });
}

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
    stream.addEventListener('start', () => this.#update(), { signal });
    this.#update();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#keys.clear();
  }

  #update() {
    const current = currentView();
    const { views } = features;
    // What only some servers have comes last.
    const links = [...views.filter(({ topic }) => !topic), ...views.filter(({ topic }) => topic && stream.offers(topic))].map((view) => {
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
