// @ts-check
import { make, setText } from '../core/dom.js';
import { amount, NO_VALUE } from '../core/formats.js';
import { say } from '../core/words.js';
import { lengthOf } from './intervals.js';
import { marksOf } from './legend.js';
import { studyText } from './studies.js';
import { barTime } from './time-axis.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {import('./chart-options.js').Content} Content */
/** @typedef {{title: string, text: (bar: Bar, at: number) => string}} Column what it says of a bar */

// Nobody reads more of them.
const MOST = 400;

/** The bars that the chart shows as a table, the newest first: for who cannot see the chart, and for who wants the figures. */
export class CandleTable {
  element = make('div', { class: 'bars', tabindex: '0', role: 'region' });
  #table = make('table');
  #form = '';
  /** Rows by the bar's start. @type {Map<number, {bar?: Bar, cells: Text[]}>} */ #rows = new Map();

  constructor() {
    this.element.append(this.#table);
  }

  /**
   * @param {Content} content
   * @param {string} compared the other symbol; empty if none is
   */
  show(content, compared) {
    const { bars, view, symbol } = content;
    const columns = columnsOf(content, compared);
    const shown = bars.slice(Math.max(view.from, view.to + 1 - MOST), view.to + 1).reverse();
    const form = [symbol, ...columns.map(({ title }) => title), ...shown.map(({ start }) => barTime(start, false))].join();
    if (form !== this.#form) this.#build(symbol, columns, shown);
    this.#form = form;
    shown.forEach((bar, below) => {
      const row = this.#rows.get(bar.start);
      // A bar that changes is another object; the studies of those before it stay.
      if (!row || row.bar === bar) return;
      row.bar = bar;
      columns.forEach(({ text }, at) => setText(row.cells[at], text(bar, view.to - below)));
    });
  }

  /**
   * @param {string} symbol
   * @param {Column[]} columns
   * @param {Bar[]} bars
   */
  #build(symbol, columns, bars) {
    this.element.setAttribute('aria-label', say('chart.bars', { symbol }));
    this.#rows = new Map(bars.map(({ start }) => [start, { cells: columns.map(() => document.createTextNode('')) }]));
    const rows = [...this.#rows.values()].map(({ cells: [time, ...others] }) =>
      make('tr', {}, make('th', { scope: 'row' }, time), ...others.map((text) => make('td', {}, text))));
    const head = make('tr', {}, ...columns.map(({ title }) => make('th', { scope: 'col' }, title)));
    this.#table.replaceChildren(make('thead', {}, head), make('tbody', {}, ...rows));
  }
}

/**
 * @param {Content} content
 * @param {string} compared
 * @returns {Column[]}
 */
function columnsOf({ price, percent, studies, changes, compared: others, interval, symbol }, compared) {
  const figures = studies.flatMap(({ study, lines }) => lines.map(({ name, values }) => ({
    title: `${say(`study.${name}`)} ${study.numbers}`,
    text: (/** @type {Bar} */ _, /** @type {number} */ at) => studyText(study, values[at], price),
  })));
  const comparisons = others ? [{ title: `${symbol} %`, text: written(changes, percent) }, { title: `${compared} %`, text: written(others, percent) }] : [];
  return [
    { title: say('bar.time'), text: ({ start }) => barTime(start, !lengthOf(interval)) },
    { title: say('bar.open'), text: ({ open }) => price(open) },
    { title: say('bar.high'), text: ({ high }) => price(high) },
    { title: say('bar.low'), text: ({ low }) => price(low) },
    { title: say('bar.close'), text: ({ close }) => price(close) },
    { title: say('bar.volume'), text: ({ volume }) => amount(volume) },
    { title: say('bar.trades'), text: ({ trades, made }) => (made ? NO_VALUE : amount(trades)) },
    { title: say('bar.vwap'), text: ({ vwap }) => price(vwap) },
    ...(others ? comparisons : figures),
    { title: say('bar.marks'), text: (bar) => marksOf(bar).join(', ') },
  ];
}

/**
 * @param {number[]} values
 * @param {(value: number | undefined) => string} write
 * @returns {Column['text']}
 */
function written(values, write) {
  return (_, at) => (Number.isNaN(values[at]) ? NO_VALUE : write(values[at]));
}
