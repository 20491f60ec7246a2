// @ts-check
import { stream } from '../core/stream.js';
import './trend-column.js';
import { yearHigh, yearLow } from './year-range.js';

// Once the page is at rest.
stream.addEventListener('batch', () => setTimeout(() => prefetch(({ loadAtRest }) => loadAtRest()), 2000), { once: true });

// Sooner when a mouse comes to the page, or a finger or the keyboard to a row.
const begun = new AbortController();
for (const type of ['pointerover', 'focusin', 'pointerdown']) {
  document.addEventListener(type, (event) => {
    const mouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    if (!(event.target instanceof Element) || (!mouse && !event.target.closest('tr[data-symbol]'))) return;
    begun.abort();
    prefetch(({ prefetchDetails }) => prefetchDetails(event));
  }, { signal: begun.signal, passive: true });
}

/** @param {(module: typeof import('./prefetch.js')) => void} use */
function prefetch(use) {
  import('./prefetch.js').then(use).catch(console.warn);
}

/** @type {import('../core/features.js').Feature} The past of each price: a chart, the day's trend in the table, the year's high and low. */
export default {
  name: 'history',
  first: true,
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [{ slot: 'detail', tag: 'price-chart', load: () => import('./price-chart.js') }],
  statistics: [
    { name: 'yearLow', value: yearLow },
    { name: 'yearHigh', value: yearHigh },
  ],
  settings: [{ name: 'zone', label: 'history.zone', values: ['exchange', 'local'] }],
};
