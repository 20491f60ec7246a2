// @ts-check
import { make, setText } from '../core/dom.js';
import { compact, decimals, digits, percent } from '../core/formats.js';
import { nameOf, say } from '../core/words.js';
import { companyName, quotes } from '../quotes/quote-store.js';
import { STRONG, tint } from './tile.js';

const SHARES = [-1, -0.5, 0, 0.5, 1];

/** Explains the map's sizes and colours or, while the visitor points at a tile, that tile. */
export class Legend {
  element = make('p', { class: 'legend' });
  #words = document.createTextNode('');
  #scale = make('span', { class: 'scale' });

  constructor() {
    const swatches = SHARES.map((share) => {
      const swatch = make('i');
      tint(swatch, share * STRONG);
      return swatch;
    });
    this.#scale.append(percent(-STRONG), ...swatches, percent(STRONG));
    this.element.append(make('span', {}, this.#words), this.#scale);
  }

  /** @param {string} symbol of the tile; empty for none */
  show(symbol) {
    const description = symbol && describe(symbol);
    this.#scale.hidden = Boolean(description);
    setText(this.#words, description || say('market.legend'));
  }
}

/** @param {string} symbol */
function describe(symbol) {
  const instrument = quotes.instrument(symbol);
  const quote = quotes.quote(symbol);
  if (!instrument) return '';
  const { sector, shares, tickSize } = instrument;
  const price = decimals(digits(tickSize)).plain(quote?.last);
  const size = shares && quote ? [`${say('market.cap')} ${compact(shares * 1e6 * quote.last)}`] : [];
  return [`${symbol} ${price} ${percent(quote?.changePercent)}`, companyName(instrument), nameOf('sector', sector), ...size].join(' · ');
}
