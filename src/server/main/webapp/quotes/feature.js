// @ts-check
import { LETTERS } from '../core/keys.js';
import './quote-table.js';

/** @type {import('../core/features.js').Feature} The table of all quotes: the view that the page opens with. */
export default {
  name: 'quotes',
  first: true,
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  views: [{ name: '', tag: 'quote-table', label: 'quotes.view', key: 'q', help: 'quotes.key.view' }],
  shortcuts: [
    { key: '/', help: 'quotes.key.filter' },
    { key: LETTERS, help: 'quotes.key.search' },
    { key: '↑ ↓', help: 'quotes.key.move' },
    { key: 'Enter', help: 'quotes.key.open' },
    { key: 'Esc', help: 'quotes.key.clear' },
    { key: 's', help: 'quotes.key.sort' },
  ],
};
