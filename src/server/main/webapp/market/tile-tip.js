// @ts-check
import { make, setText } from '../core/dom.js';
import { compact, decimals, digits, percent } from '../core/formats.js';
import { nameOf, say } from '../core/words.js';
import { companyName, quotes } from '../quotes/quote-store.js';

// So that the pointer does not cover it.
const BESIDE = 14;

/** What is known of one tile, beside the pointer or the focus. */
export class TileTip {
  #text = document.createTextNode('');
  element = make('p', { class: 'tip', hidden: true }, this.#text);

  /**
   * Moves to a place in a box, towards the middle of that, where there is room.
   * @param {{left: number, top: number}} place
   * @param {{width: number, height: number}} box
   */
  move({ left, top }, { width, height }) {
    const { style } = this.element;
    const right = left > width / 2;
    const below = top > height / 2;
    style.left = right ? 'auto' : `${left + BESIDE}px`;
    style.right = right ? `${width - left + BESIDE}px` : 'auto';
    style.top = below ? 'auto' : `${top + BESIDE}px`;
    style.bottom = below ? `${height - top + BESIDE}px` : 'auto';
  }

  /** @param {string} symbol empty for none */
  paint(symbol) {
    const text = describe(symbol);
    this.element.hidden = !text;
    setText(this.#text, text);
  }
}

/** @param {string} symbol */
function describe(symbol) {
  const instrument = quotes.instrument(symbol);
  const quote = quotes.quote(symbol);
  if (!instrument) return '';
  const { sector, shares, tickSize } = instrument;
  const name = companyName(instrument);
  const price = decimals(digits(tickSize)).plain(quote?.last);
  const cap = shares && quote ? `${say('market.cap')} ${compact(shares * 1e6 * quote.last)}` : '';
  const lines = [`${symbol} ${price} ${percent(quote?.changePercent)}`, name === symbol ? '' : name, nameOf('sector', sector), cap];
  return lines.filter(Boolean).join('\n');
}
