// @ts-check
import { decimals, NO_VALUE } from '../core/formats.js';
import { preferences } from '../core/preferences.js';
import { bollinger, ema, macd, rsi, sma, vwap } from './indicators.js';
import { dayOf, lengthOf } from './intervals.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {{name: string, values: number[], histogram?: boolean}} Line whose colour is the token `study-<name>` */
/**
 * An indicator that a chart can show, over the prices or in a pane of its own. Its title is `study.<name>` with its numbers.
 * @typedef {object} Study
 * @property {string} name
 * @property {string} numbers
 * @property {number} [digits] of its values; those of a price if there are none
 * @property {boolean} [pane]
 * @property {number[]} [levels] lines across the pane
 * @property {number} [margin] of the pane beyond its levels, which then have labels
 * @property {boolean} [withinDays] whether it begins anew each day: shown where a day has many bars
 * @property {(closes: number[], bars: Bar[]) => Line[]} lines
 */

/** @type {Study[]} */
export const STUDIES = [
  { name: 'sma', numbers: '20', lines: (closes) => [{ name: 'sma', values: sma(closes, 20) }] },
  { name: 'ema', numbers: '50', lines: (closes) => [{ name: 'ema', values: ema(closes, 50) }] },
  { name: 'vwap', numbers: '', withinDays: true, lines: (_, bars) => [{ name: 'vwap', values: vwap(bars, (at) => dayOf(bars[at].start)) }] },
  {
    name: 'bollinger', numbers: '20, 2',
    lines: (closes) => {
      const { lower, middle, upper } = bollinger(closes, 20, 2);
      return [{ name: 'bollinger', values: upper }, { name: 'bollinger', values: middle }, { name: 'bollinger', values: lower }];
    },
  },
  { name: 'rsi', numbers: '14', digits: 1, pane: true, levels: [30, 70], margin: 4, lines: (closes) => [{ name: 'rsi', values: rsi(closes, 14) }] },
  {
    name: 'macd', numbers: '12, 26, 9', pane: true, levels: [0],
    lines: (closes) => {
      const { line, signal, histogram } = macd(closes, 12, 26, 9);
      return [{ name: 'histogram', values: histogram, histogram: true }, { name: 'macd', values: line }, { name: 'signal', values: signal }];
    },
  },
];

/** The names of all lines that have a colour. */
export const LINES = ['sma', 'ema', 'vwap', 'bollinger', 'rsi', 'macd', 'signal', 'histogram', 'compared'];

const DEFAULT = 'vwap';
const HOUR = 3_600_000;

/** The names of the studies that the visitor has chosen. */
export function chosenStudies() {
  return preferences.get('studies', DEFAULT).split(',');
}

/**
 * @param {string} name
 * @param {boolean} chosen
 */
export function chooseStudy(name, chosen) {
  const others = chosenStudies().filter((one) => one && one !== name);
  preferences.set('studies', [...others, ...(chosen ? [name] : [])].join());
}

/**
 * The chosen studies of some bars.
 * @param {Bar[]} bars
 * @param {import('./candles.js').Interval} interval
 */
export function calculate(bars, interval) {
  const closes = bars.map(({ close }) => close);
  const chosen = chosenStudies();
  return STUDIES.filter(({ name, withinDays }) => chosen.includes(name) && !(withinDays && !(lengthOf(interval) && lengthOf(interval) < HOUR)))
    .map((study) => ({ study, lines: study.lines(closes, bars) }));
}

/**
 * A value of a study in words.
 * @param {Study} study
 * @param {number} value
 * @param {(price: number) => string} price writes a price
 */
export function studyText({ digits }, value, price) {
  if (Number.isNaN(value)) return NO_VALUE;
  return (digits === undefined ? price(value) : decimals(digits).plain(value)).replace('-', '−');
}

/** @typedef {ReturnType<typeof calculate>[number]} Calculated */
