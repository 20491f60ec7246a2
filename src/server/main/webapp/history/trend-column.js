// @ts-check
// What history adds to the table of quotes: a column with the trend of the day.
import { colours } from '../core/colours.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { addColumn } from '../quotes/columns.js';
import { direction } from '../quotes/quote-store.js';
import { dayTrends } from './day-trends.js';

const WIDTH = 128;
const HEIGHT = 20;
const EDGE = 2;
// A line from one price to another says nothing about the way.
const LEAST = 3;

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

/** A small line of where a price came from. It is hidden from screen readers, because the numbers say the same. */
class Sparkline {
  canvas = document.createElement('canvas');
  /** Made with the first drawing, because a context is not cheap. @type {CanvasRenderingContext2D | undefined} */ #context;
  #drawn = '';

  constructor() {
    const { canvas } = this;
    canvas.className = 'spark';
    canvas.setAttribute('aria-hidden', 'true');
    canvas.width = 0;
    canvas.height = 0;
  }

  /**
   * Draws the line, in the colour of its own way up or down, unless it is the same as the last time.
   * @param {number[]} points
   */
  draw(points) {
    const scale = Math.min(3, devicePixelRatio);
    const last = points.at(-1) ?? 0;
    const drawn = `${points.length} ${points[0]} ${last} ${colours.version} ${scale}`;
    if (drawn === this.#drawn || points.length < LEAST) return;
    this.#drawn = drawn;
    const { canvas } = this;
    if (canvas.width !== WIDTH * scale) {
      canvas.width = WIDTH * scale;
      canvas.height = HEIGHT * scale;
    }
    const context = (this.#context ??= /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, WIDTH, HEIGHT);
    trace(context, points);
    context.lineWidth = 1.25;
    context.lineJoin = 'round';
    context.strokeStyle = colours[direction(last - points[0])];
    context.stroke();
  }
}

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

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} points
 */
function trace(context, points) {
  const low = Math.min(...points);
  const high = Math.max(...points);
  const step = (WIDTH - 2 * EDGE) / (points.length - 1);
  context.beginPath();
  points.forEach((point, at) => {
    const y = high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((point - low) / (high - low)) * (HEIGHT - 2 * EDGE);
    context.lineTo(EDGE + at * step, y);
  });
}

addColumn({
  name: 'trend', hint: 'trend.hint', width: '9rem', widths: { 56: '6.25rem', 36: '6.5rem', 25: '4.25rem' }, above: 21.5,
  cell: (instrument) => new TrendCell(instrument),
}, 'age');

await loadStylesheet('history.css', import.meta.url);
