// @ts-check
// Watchlists: a star before each symbol, a choice beside the filter, and what the table shows.
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { place } from '../core/place.js';
import { style } from '../core/style.js';
import { adorn } from '../quotes/adornments.js';
import { addTool } from '../quotes/quote-tools.js';
import { selection } from '../quotes/selection.js';
import './watch-choice.js';
import './watch-star.js';
import { watchlists } from './watchlists.js';

adorn(({ symbol }) => make('watch-star', { symbol }));
addTool(() => make('watch-choice'));
selection.addSieve(({ symbol }) => !watchlists.active || watchlists.has(symbol));
watchlists.addEventListener('change', () => selection.sift());
onKey('w', () => {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('tr[data-symbol]'));
  const symbol = row?.dataset.symbol ?? place.get('symbol');
  if (symbol) watchlists.toggle(symbol);
});

await style('watch.css', import.meta.url);
