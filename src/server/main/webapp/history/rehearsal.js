// @ts-check
import { charts } from '../core/charts.js';
import { colours } from '../core/colours.js';
import { percent } from '../core/formats.js';
import { chartOptions } from './chart-options.js';
import { calculate } from './studies.js';

const BARS = 120;
const MINUTE = 60_000;
const SIZE = { width: 400, height: 300 };

/**
 * Draws a chart that nobody sees: the browser compiles the code that draws when it first runs, and that takes longer than
 * the drawing.
 * @param {import('./ranges.js').Range} range whose style it has
 */
export async function rehearse({ interval, style }) {
  const { init } = await charts();
  const bars = Array.from({ length: BARS }, (_, at) => {
    const close = 100 + (at % 7);
    return { start: at * MINUTE, open: 100, high: close + 1, low: 99, close, volume: 100, trades: 1, complete: true, marks: [] };
  });
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', ...SIZE });
  chart.setOption(chartOptions({
    symbol: '', bars, interval, style, view: { from: 0, to: BARS - 1 }, size: SIZE, tickSize: 0.01, studies: calculate(bars, interval), colours, percent,
    changes: [], compared: undefined, last: 100, previousClose: 101, price: String, lineColours: {},
  }));
  chart.dispose();
}
