// @ts-check
import { stream } from '../core/stream.js';
import './trend-column.js';
import { yearHigh, yearLow } from './year-range.js';

// Once the page is at rest, or sooner at a row.
stream.addEventListener('batch', () => setTimeout(() => import('./prefetch.js').then(({ loadAtRest }) => loadAtRest()).catch(console.warn), 2000), { once: true });
const begun = new AbortController();
for (const type of ['pointerover', 'focusin', 'pointerdown']) {
  document.addEventListener(type, (event) => {
    if (!(event.target instanceof Element && event.target.closest('tr[data-symbol]'))) return;
    begun.abort();
    import('./prefetch.js').then(({ prefetchDetails }) => prefetchDetails(event)).catch(console.warn);
  }, begun);
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
