// @ts-check
import { make } from './dom.js';
import { features } from './features.js';
import { reloadIfModuleIsMissing } from './reload-on-missing-module.js';
import { route } from './route.js';

/** @typedef {import('./features.js').View | import('./features.js').Panel} Content */

/** @type {Map<Content, HTMLElement>} */ const elements = new Map();

/** The view that the address asks for, or the default. */
export function currentView() {
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
