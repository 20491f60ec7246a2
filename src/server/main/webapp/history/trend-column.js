// @ts-check
// What history adds to the table of quotes: a column with the trend of the day.
import { loadStylesheet } from '../core/stylesheet.js';
import { addColumn } from '../quotes/columns.js';
import { dayTrends } from './day-trends.js';
import { Sparkline } from './sparkline.js';

/** @type {WeakMap<Element, string>} */ const symbols = new WeakMap();
/** @type {Map<string, Element>} */ const seen = new Map();

// More rows have cells than the screen has room for; and a narrow table does not show this column.
const screen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const symbol = symbols.get(target) ?? '';
    if (isIntersecting) {
      seen.set(symbol, target);
      dayTrends.show(symbol);
    } else if (seen.get(symbol) === target) {
      seen.delete(symbol);
      dayTrends.hide(symbol);
    }
    if (!target.isConnected) screen.unobserve(target);
  }
});

/** The trend of one instrument: the closes of the day's bars, and the price of this moment. */
class TrendCell {
  #sparkline = new Sparkline();
  #symbol;
  element = this.#sparkline.canvas;

  /** @param {import('../quotes/quote-store.js').Instrument} instrument */
  constructor({ symbol }) {
    this.#symbol = symbol;
    symbols.set(this.element, symbol);
    screen.observe(this.element);
  }

  paint() {
    this.#sparkline.draw(dayTrends.points(this.#symbol));
  }
}

addColumn({
  name: 'trend', hint: 'trend.hint', width: '9rem', widths: { 56: '6.25rem', 36: '6.5rem', 25: '4.25rem' }, above: 21.5,
  cell: (instrument) => new TrendCell(instrument),
}, 'age');

await loadStylesheet('history.css', import.meta.url);
