// @ts-check
import { make, setText } from '../core/dom.js';
import { percent } from '../core/formats.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { STRONG, tint } from './tile.js';

const SHARES = [-1, -0.5, 0, 0.5, 1];

/** Explains the map's sizes and colours. */
export class Legend {
  element = make('p', { class: 'legend' });
  // A space that keeps the line of what is not known yet.
  #words = document.createTextNode('\xa0');

  constructor() {
    const swatches = SHARES.map((share) => {
      const swatch = make('i');
      tint(swatch, share * STRONG);
      return swatch;
    });
    const scale = make('span', { class: 'scale' }, percent(-STRONG), ...swatches, percent(STRONG));
    this.element.append(make('span', {}, this.#words), scale);
  }

  paint() {
    setText(this.#words, say(quotes.recorded ? 'market.legend.recorded' : 'market.legend'));
  }
}
