// @ts-check
// What history adds to the table of quotes: a column with the trend of the day.
import { loadStylesheet } from '../core/stylesheet.js';
import { addColumn } from '../quotes/columns.js';
import { quotes } from '../quotes/quote-store.js';
import { dayTrends } from './day-trends.js';
import { Sparkline } from './sparkline.js';

/** The trend of one instrument: the closes of the day's bars, and the price of this moment. */
class TrendCell {
  #sparkline = new Sparkline();
  #symbol;
  element = this.#sparkline.canvas;

  /** @param {import('../quotes/quote-store.js').Instrument} instrument */
  constructor({ symbol }) {
    this.#symbol = symbol;
  }

  paint() {
    const last = quotes.quote(this.#symbol)?.last;
    const closes = dayTrends.closes(this.#symbol);
    this.#sparkline.draw(last === undefined || !closes.length ? closes : [...closes.slice(0, -1), last]);
  }
}

addColumn({
  name: 'trend', hint: 'trend.hint', width: '9rem', widths: { 56: '6.25rem', 36: '6.5rem', 25: '4.25rem' }, above: 21.5,
  cell: (instrument) => new TrendCell(instrument),
}, 'age');

await loadStylesheet('history.css', import.meta.url);
