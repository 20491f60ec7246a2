// @ts-check
import './trend-column.js';
import { yearHigh, yearLow } from './year-range.js';

// As soon as a mouse comes to the page, or a finger or the keyboard to a row.
const begun = new AbortController();
for (const type of ['pointerover', 'focusin', 'pointerdown']) {
  document.addEventListener(type, (event) => {
    const mouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    if (!(event.target instanceof Element) || (!mouse && !event.target.closest('tr[data-symbol]'))) return;
    begun.abort();
    import('./prefetch.js').then(({ prefetchDetails }) => prefetchDetails(event)).catch(console.warn);
  }, { signal: begun.signal, passive: true });
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
