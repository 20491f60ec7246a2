// @ts-check
import { make } from './dom.js';
import { features } from './features.js';
import { reloadIfModuleIsMissing } from './reload-on-missing-module.js';
import { route } from './route.js';
import { stream } from './stream.js';
import { showViews } from './views.js';
import { addWords, locale } from './words.js';

/** @typedef {import('./features.js').Feature} Feature */
/** @typedef {import('./features.js').Part} Part */

// Later parts wait for the first prices, but no longer than this.
const LATE = 1000;

/** @type {Record<string, string>} Other slots are filled by those that have them. */
const SLOTS = { status: '.bar .status', tools: '.bar .tools', footer: 'body' };

const priced = new Promise((resolve) => {
  stream.addEventListener('batch', resolve, { once: true });
  stream.addEventListener('state', () => stream.state === 'unauthorized' && resolve(undefined));
});

// A print says when it was made.
addEventListener('beforeprint', () => {
  query('.bar').dataset.printed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format();
});

/**
 * Builds the page from its features: first those of the first view, then the stream, then all others. A feature that
 * cannot be loaded is left out.
 * @param {Promise<{default: Feature}>[]} modules
 */
export async function buildPage(modules) {
  const loaded = await Promise.all(modules.map((module) => module.then((one) => one.default).catch(report)));
  const all = loaded.filter((feature) => feature !== undefined);
  const first = all.filter((feature) => feature.first || isAskedFor(feature));
  const later = all.filter((feature) => !first.includes(feature));
  await add(first);
  // All topics of the first view are subscribed to: one that is added later would open the stream a second time.
  stream.open();
  showViews(query('main'));
  show(first, (part) => !part.load);
  query('nav').append(make('view-links'));
  await add(later);
  await Promise.race([priced, new Promise((resolve) => setTimeout(resolve, LATE))]);
  show(all, (part) => part.load !== undefined);
  await addExtensions();
}

/**
 * Whether the address asks for a view or a panel of a feature: its room is then there from the start, and nothing moves.
 * @param {Feature} feature
 */
function isAskedFor({ views = [], panels = [] }) {
  return views.some(({ name }) => name && name === route.get('view')) || panels.some(({ parameter }) => route.get(parameter));
}

/** @param {Feature[]} added */
async function add(added) {
  // All at once, but in their order.
  const words = added.map((feature) => addWords(feature.words).then(() => feature).catch(report));
  for (const one of words) {
    const feature = await one;
    if (feature) features.add(feature);
  }
}

/**
 * @param {Feature[]} shown
 * @param {(part: Part) => boolean} wanted
 */
function show(shown, wanted) {
  const parts = shown.flatMap(({ parts = [] }) => parts).filter(({ slot }) => slot in SLOTS);
  for (const { slot, tag, load } of parts.filter(wanted)) {
    query(SLOTS[slot]).append(make(tag));
    load?.().catch(report);
  }
}

/** Adds the features that came to the server in jars. One that fails must not keep the others, or the page, from working. */
async function addExtensions() {
  try {
    const response = await fetch('api/features');
    if (!response.ok) return;
    for (const { module } of await response.json()) await addExtension(module);
  } catch (error) {
    console.warn('no features from jars:', error);
  }
}

/** @param {string} module its path */
async function addExtension(module) {
  try {
    const feature = (await import(new URL(module, document.baseURI).href)).default;
    if (features.has(feature)) return;
    await addWords(feature.words);
    features.add(feature);
    show([feature], () => true);
  } catch (error) {
    console.warn(`${module} is left out:`, error);
  }
}

/** @param {unknown} error */
function report(error) {
  reloadIfModuleIsMissing(error);
  return undefined;
}

/** @param {string} selector */
function query(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}
