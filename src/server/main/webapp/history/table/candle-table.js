// @ts-check
import { make, setText } from '../../core/dom.js';
import { amount, NO_VALUE } from '../../core/formats.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { lengthOf } from '../intervals.js';
import { marksOf } from '../legend.js';
import { studyText } from '../studies.js';
import { barTime } from '../time-axis.js';

/** @typedef {import('../candles.js').Bar} Bar */
/** @typedef {import('../chart-options.js').Content} Content */
/** @typedef {{title: string, text: (bar: Bar, at: number) => string}} Column what it says of a bar */

// So many are shown at first, and more of them at each wish.
const ROWS = 400;

/** The bars that the chart shows as a table, the newest first, and those before them: for who cannot see the chart, and for who wants the figures. */
export class CandleTable {
  element = make('div', { class: 'bars', tabindex: '0', role: 'region' });
  /** Whether rows are wanted that have not been fetched. */ wantsOlder = false;
  /** What is shown, the oldest first. @type {Pick<Content, 'symbol' | 'interval' | 'bars'> | undefined} */ shown;
  #table = make('table');
  #older = make('button', { type: 'button', class: 'older' });
  #back = make('p', { role: 'status' });
  #form = '';
  /** The series, and how many rows more than at first are wanted of it. */ #of = '';
  #more = 0;
  /** Rows by the bar's start. @type {Map<number, {bar?: Bar, cells: Text[]}>} */ #rows = new Map();

  /** @param {() => void} wanted called when other rows are to be shown */
  constructor(wanted) {
    this.element.append(this.#table, this.#older, this.#back);
    this.#older.addEventListener('click', () => {
      if (this.wantsOlder) return;
      this.#more += ROWS;
      wanted();
    });
  }

  /**
   * @param {Content} content
   * @param {string} compared the other symbol; empty if none is
   * @param {boolean} older whether there are bars before the first one
   */
  show(content, compared, older) {
    const { bars, view, symbol, interval } = content;
    const columns = columnsOf(content, compared);
    const of = `${symbol} ${interval}`;
    if (of !== this.#of) this.#more = 0;
    this.#of = of;
    const first = Math.max(view.from, view.to + 1 - ROWS) - this.#more;
    const shown = bars.slice(Math.max(0, first), view.to + 1);
    this.shown = { symbol, interval, bars: [...shown] };
    shown.reverse();
    this.#offer(first, older, shown.length && this.#more ? columns[0].text(shown[shown.length - 1], 0) : '');
    const form = [symbol, ...columns.map(({ title }) => title), ...shown.map((bar) => `${bar.start} ${columns[0].text(bar, 0)}`)].join();
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
   * @param {number} first the row that is wanted; below 0 for one that has not been fetched
   * @param {boolean} older whether there are bars to fetch
   * @param {string} back how far back the rows reach, if those before them were wanted
   */
  #offer(first, older, back) {
    this.wantsOlder = first < 0 && older;
    if (first < 0 && !older) this.#more += first;
    const isLast = first <= 0 && !older;
    // Who has pressed it must not be lost.
    if (isLast && this.#older === document.activeElement) this.element.focus();
    this.#older.hidden = isLast;
    this.#older.setAttribute('aria-disabled', String(this.wantsOlder));
    const label = say(this.wantsOlder ? 'chart.older.loading' : 'chart.older');
    if (this.#older.textContent !== label) this.#older.textContent = label;
    const text = back && !this.wantsOlder ? say('chart.older.back', { time: back }) : '';
    if (text && this.#back.textContent !== text) this.#back.textContent = text;
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

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('table.css', import.meta.url),
]);
