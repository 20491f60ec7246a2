// @ts-check
// What watchlists add to the table of quotes: a star before each symbol, a choice of lists beside the filter, and the filter.
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { route } from '../core/route.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { addBadge, addTool } from '../quotes/extensions.js';
import { selection } from '../quotes/selection.js';
import './watchlist-select.js';
import './watchlist-star.js';
import { watchlists } from './watchlists.js';

addBadge(({ symbol }) => make('watchlist-star', { symbol }));
addTool(() => make('watchlist-select'));
selection.addFilter({
  keeps: ({ symbol }) => !watchlists.active || watchlists.has(symbol),
  advice: () => (watchlists.active && !watchlists.size ? say('watchlist.empty', { name: watchlists.active }) : ''),
});
watchlists.addEventListener('change', () => selection.applyFilters());
onKey('w', () => {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('tr[data-symbol]'));
  const symbol = row?.dataset.symbol ?? route.get('symbol');
  if (symbol) watchlists.toggle(symbol);
});

await loadStylesheet('watchlist.css', import.meta.url);
