// @ts-check
import { colours } from '../core/colours.js';
import { direction } from '../quotes/quote-store.js';

const WIDTH = 128;
const HEIGHT = 20;
const EDGE = 2;
// A line from one price to another says nothing about the way.
const LEAST = 3;

/** A small line of where a price came from. It is hidden from screen readers, because the numbers say the same. */
export class Sparkline {
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
