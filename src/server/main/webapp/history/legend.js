// @ts-check
import { make } from '../core/dom.js';
import { amount, compact } from '../core/formats.js';
import { say } from '../core/words.js';
import { lengthOf } from './intervals.js';
import { studyText } from './studies.js';
import { barTime } from './time-axis.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {import('./chart-options.js').Content} Content */

const MARKS = ['halted', 'gap', 'lost', 'restart', 'simulated', 'quotes'];

/** The figures of one bar, above the chart: of the one under the pointer, else of the last one. */
export class Legend {
  element = make('div', { class: 'legend' });
  /** What the keyboard has led to, for screen readers. */ spoken = make('p', { class: 'spoken', role: 'status' });

  /**
   * @param {Content} content
   * @param {number} at the bar's place
   * @param {string} compared the other symbol
   */
  show(content, at, compared = '') {
    const bar = content.bars[at];
    if (!bar) {
      this.element.replaceChildren();
      return;
    }
    const direction = bar.close > bar.open ? 'up' : bar.close < bar.open ? 'down' : 'same';
    const figures = figuresOf(bar, content.price).flatMap(([name, value]) => [' ', make('span', {}, make('b', {}, name), ` ${value}`)]);
    const time = make('time', {}, barTime(bar.start, !lengthOf(content.interval)));
    const marks = marksOf(bar).flatMap((mark) => [' ', make('em', {}, mark)]);
    const first = make('p', { 'data-direction': direction }, time, ...figures, ...marks);
    const others = compared ? comparisons(content, at, compared) : studies(content, at);
    this.element.replaceChildren(first, ' ', make('p', {}, ...others.flatMap((one) => [one, ' '])));
  }

  /**
   * @param {Content} content
   * @param {number} at
   */
  speak(content, at) {
    const bar = content.bars[at];
    const figures = figuresOf(bar, content.price, true).map(([name, value]) => `${name} ${value}`);
    this.spoken.textContent = [barTime(bar.start, !lengthOf(content.interval)), ...figures, ...marksOf(bar)].join(', ');
  }
}

/**
 * The names of the figures of a bar, and the figures.
 * @param {Bar} bar
 * @param {(price: number | undefined) => string} price
 * @param {boolean} [long] whether names are written out
 */
export function figuresOf({ open, high, low, close, volume }, price, long = false) {
  const names = ['open', 'high', 'low', 'close', 'volume'].map((name) => say(long ? `bar.${name}` : `bar.${name}.short`));
  const values = [...[open, high, low, close].map(price), long ? amount(volume) : compact(volume)];
  return names.map((name, at) => [name, values[at]]);
}

/** What the figures of a bar do not show, in words. @param {Bar} bar */
export function marksOf({ marks }) {
  return MARKS.filter((mark) => marks.includes(mark)).map((mark) => say(`mark.${mark}`));
}

/**
 * The values of the studies at a bar, each with the colour of its line.
 * @param {Content} content
 * @param {number} at
 */
function studies({ studies: all, price }, at) {
  return all.map(({ study, lines }) => {
    const values = lines.map(({ values: of }) => studyText(study, of[at], price));
    return make('span', { 'data-line': study.name }, make('b', {}, `${say(`study.${study.name}`)} ${study.numbers}`), ` ${values.join(' ')}`);
  });
}

/**
 * @param {Content} content
 * @param {number} at
 * @param {string} other
 */
function comparisons({ changes, compared = [], percent, symbol }, at, other) {
  return [[symbol, changes[at]], [other, compared[at]]].map(([name, change], of) => make('span', { 'data-line': of ? 'compared' : 'price' }, make('b', {}, String(name)), ` ${percent(Number.isNaN(change) ? undefined : Number(change))}`));
}
