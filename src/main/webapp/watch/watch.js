// @ts-check
// Watchlists: a star before each symbol, a choice beside the filter, and what the table shows.
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { place } from '../core/place.js';
import { style } from '../core/style.js';
import { say } from '../core/words.js';
import { adorn } from '../quotes/adornments.js';
import { addTool } from '../quotes/quote-tools.js';
import { selection } from '../quotes/selection.js';
import './watch-choice.js';
import './watch-star.js';
import { watchlists } from './watchlists.js';

adorn(({ symbol }) => make('watch-star', { symbol }));
addTool(() => make('watch-choice'));
selection.addSieve({
  keeps: ({ symbol }) => !watchlists.active || watchlists.has(symbol),
  advice: () => (watchlists.active && !watchlists.size ? say('watch.empty', { name: watchlists.active }) : ''),
});
watchlists.addEventListener('change', () => selection.sift());
onKey('w', () => {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('tr[data-symbol]'));
  const symbol = row?.dataset.symbol ?? place.get('symbol');
  if (symbol) watchlists.toggle(symbol);
});

await style('watch.css', import.meta.url);
