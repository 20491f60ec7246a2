// @ts-check
import { decimals, digits } from '../core/formats.js';
import { quotes } from '../quotes/quote-store.js';

/** @type {import('../core/features.js').Feature} All about one symbol: a chart, its statistics and its last trades. */
export default {
  name: 'detail',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  panels: [{ parameter: 'symbol', tag: 'symbol-detail', title, load: () => import('./symbol-detail.js') }],
  shortcuts: [{ key: 'Esc', help: 'detail.key.close' }],
};

/** The symbol and its price. @param {string} symbol */
function title(symbol) {
  const instrument = quotes.instrument(symbol);
  const last = quotes.quote(symbol)?.last;
  return instrument && last !== undefined ? `${symbol} ${decimals(digits(instrument.tickSize)).plain(last)}` : symbol;
}
