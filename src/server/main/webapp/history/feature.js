// @ts-check
import { prefetchDetails } from './prefetch.js';
import './trend-column.js';
import { yearHigh, yearLow } from './year-range.js';

prefetchDetails();

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
