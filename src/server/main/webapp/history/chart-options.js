// @ts-check
import { say } from '../core/words.js';
import { dayOf, lengthOf } from './intervals.js';
import { panes } from './panes.js';
import { barTime, timeLabels } from './time-axis.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {import('./studies.js').Calculated} Calculated */
/**
 * What a chart shows.
 * @typedef {object} Content
 * @property {string} symbol
 * @property {Bar[]} bars
 * @property {import('./candles.js').Interval} interval
 * @property {{from: number, to: number}} view the first and the last bar that are shown
 * @property {'line' | 'candles'} style
 * @property {Calculated[]} studies
 * @property {number[] | undefined} compared the changes of another symbol in per cent, if one is compared
 * @property {number[]} changes those of this one
 * @property {number | undefined} last the last price
 * @property {number | undefined} previousClose where a line marks it
 * @property {number} tickSize
 * @property {(price: number | undefined) => string} price writes a price
 * @property {(percent: number | undefined) => string} percent writes a change
 * @property {{width: number, height: number}} size
 * @property {(value: number) => number} [place] of a value on the price axis, in pixels
 * @property {typeof import('../core/colours.js').colours} colours
 * @property {Record<string, string>} lineColours of the studies
 */

// The width of a figure in a label of the price axis, and of the rest of the label, in pixels.
const FIGURE = 6.4;
const PADDING = 14;
const TEXT = 11;
// Two labels that are less apart seem to touch.
const COVERED = 16;
// Half of a label of the time axis.
const EDGE = 28;
/** What a bar has gone through that its figures do not show. */
const WARNINGS = ['halted', 'gap', 'lost', 'restart'];

/**
 * All options of the chart library. Rising candles are hollow and falling ones filled, so colour is not needed.
 * @param {Content} content
 */
export function chartOptions(content) {
  const { bars, view, interval, size, colours, studies } = content;
  const below = studies.filter(({ study }) => study.pane);
  const places = panes(size.height, below.length);
  const right = axisWidth(content);
  const days = !lengthOf(interval);
  const labels = timeLabels(bars, view, size.width - right, days);
  const isLabelled = (/** @type {number} */ _, /** @type {string} */ start) => labels.has(Number(start));
  const starts = bars.map(({ start }) => start);
  const foot = places.length - 1;
  const line = { lineStyle: { color: colours.line } };
  const bare = { axisLine: { ...line, onZero: false }, axisTick: { show: false }, splitLine: { show: false } };
  const pane = { ...bare, position: 'right', scale: true, splitNumber: 2, axisLine: { show: false }, axisLabel: { show: false }, axisPointer: { label: { show: false } } };
  return {
    animation: false,
    title: below.map(({ study }, at) => ({
      text: `${say(`study.${study.name}`)} ${study.numbers}`, left: 4, top: places[2 + at].top, padding: 0, textStyle: { color: colours.muted, fontSize: TEXT - 1, fontWeight: 'normal' },
    })),
    textStyle: { fontFamily: colours.font },
    // Without bounds of their own, so that wide labels do not move one of them alone.
    grid: places.map(({ top, height }) => ({ left: 2, right, top, height, outerBoundsMode: 'none' })),
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { backgroundColor: colours.text, color: colours.page, fontSize: TEXT, padding: [2, 4] }, lineStyle: { color: colours.muted, type: 'dashed' }, crossStyle: { color: colours.muted, type: 'dashed' } },
    tooltip: { trigger: 'axis', showContent: false, axisPointer: { type: 'cross' } },
    dataZoom: [{ type: 'inside', xAxisIndex: places.map((_, at) => at), startValue: view.from, endValue: view.to, minValueSpan: 9, zoomOnMouseWheel: true, moveOnMouseMove: true }],
    xAxis: places.map((_, gridIndex) => ({
      ...bare, gridIndex, type: 'category', data: starts, boundaryGap: true,
      axisLabel: {
        show: gridIndex === foot, color: colours.muted, fontSize: TEXT, interval: isLabelled, ...edgeLabels(starts, view, labels, size.width - right),
        formatter: (/** @type {string} */ start) => labels.get(Number(start)) ?? '', rich: { bold: { fontWeight: 600, color: colours.text, fontSize: TEXT } },
      },
      splitLine: { show: true, interval: isLabelled, ...line },
      axisPointer: { label: { show: gridIndex === foot, formatter: (/** @type {{value: string}} */ { value }) => barTime(Number(value), days) } },
    })),
    yAxis: [
      priceAxis(content, { ...bare, position: 'right' }),
      { ...pane, gridIndex: 1, scale: false },
      ...below.map(({ study }, at) => ({ ...pane, ...reach(study), gridIndex: 2 + at })),
    ],
    series: [prices(content), ...overlays(content), warnings(content), volume(content), ...below.flatMap((one, at) => lines(content, one, 2 + at))],
  };
}

/**
 * A label at an end of the axis stands inside of it; others stand under their bars.
 * @param {number[]} starts
 * @param {Content['view']} view
 * @param {Map<number, string>} labels
 * @param {number} width of the axis
 */
function edgeLabels(starts, { from, to }, labels, width) {
  const shown = starts.slice(from, to + 1);
  const each = width / Math.max(1, shown.length);
  const isLabelled = (/** @type {number} */ start) => labels.has(start);
  const before = shown.findIndex(isLabelled);
  const behind = shown.length - 1 - shown.findLastIndex(isLabelled);
  return { alignMinLabel: before * each < EDGE ? 'left' : null, alignMaxLabel: behind * each < EDGE ? 'right' : null };
}

/** The least and the most of a pane: its levels can be seen, wherever the values are. @param {Calculated['study']} study */
function reach({ levels = [], margin = 0 }) {
  return {
    min: (/** @type {{min: number}} */ { min }) => Math.min(min, ...levels) - margin,
    max: (/** @type {{max: number}} */ { max }) => Math.max(max, ...levels) + margin,
  };
}

/** How wide the price axis is, for the longest of its labels. @param {Content} content */
export function axisWidth({ bars, view, price, percent, compared, last = 0 }) {
  if (compared) return PADDING + FIGURE * percent(-100).length;
  const highest = bars.slice(view.from, view.to + 1).reduce((most, { high }) => Math.max(most, high), last);
  return PADDING + FIGURE * price(1.02 * highest).length;
}

/**
 * @param {Content} content
 * @param {object} bare
 */
function priceAxis({ colours, tickSize, price, percent, compared, changes, last, place = () => Number.NaN }, bare) {
  const text = compared ? percent : price;
  const now = (compared ? changes.at(-1) : last) ?? Number.NaN;
  // A label half under that of the last price could be read wrongly.
  const isCovered = (/** @type {number} */ value) => Math.abs(place(value) - place(now)) < COVERED;
  return {
    // The gap is a share of the range or, while there is none, of the price: else the axis would reach from half the price
    // to one and a half times.
    ...bare, scale: true, boundaryGap: ['0.1%', '0.1%'], minInterval: compared ? 0.01 : tickSize, axisLine: { show: false },
    axisLabel: { color: colours.muted, fontSize: TEXT, formatter: (/** @type {number} */ value) => (isCovered(value) ? '' : text(value)), hideOverlap: true },
    axisPointer: { label: { formatter: (/** @type {{value: number}} */ { value }) => text(value) } },
    splitLine: { show: true, lineStyle: { color: colours.line } },
  };
}

/** @param {Content} content */
function prices(content) {
  const { bars, colours, style, compared, changes, last, previousClose, price, percent } = content;
  const now = compared ? changes.at(-1) : last;
  const colour = directionColour(content);
  const text = compared ? percent : price;
  const markLine = {
    symbol: 'none', silent: true, precision: 12, data: [
      ...(now === undefined ? [] : [{ yAxis: now, lineStyle: { color: colour, type: 'dotted', width: 1 }, label: { color: colours.page, backgroundColor: colour } }]),
      ...(previousClose === undefined || compared ? [] : [{ yAxis: previousClose, lineStyle: { color: colours.muted, type: 'dashed', width: 1 }, label: { show: false } }]),
    ],
    label: { padding: [2, 4], fontSize: TEXT, lineHeight: 13, borderRadius: 2, formatter: (/** @type {{value: number}} */ { value = 0 }) => text(value) },
  };
  if (compared || style === 'line') {
    return {
      type: 'line', data: compared ? changes : bars.map(({ close }) => close), showSymbol: false,
      itemStyle: { color: colour }, lineStyle: { color: colour, width: 1.5 },
      areaStyle: compared ? undefined : { origin: 'start', opacity: 0.09, color: colour }, markLine, emphasis: { disabled: true },
    };
  }
  return {
    type: 'candlestick', data: bars.map(({ open, close, low, high }) => [open, close, low, high]), barMaxWidth: 14, markLine,
    itemStyle: { color: colours.page, borderColor: colours.up, color0: colours.down, borderColor0: colours.down, borderColorDoji: colours.muted },
    emphasis: { disabled: true },
  };
}

/** The colour of the way from where the chart begins. @param {Content} content */
function directionColour({ bars, view, last, previousClose, colours }) {
  const first = previousClose ?? bars[view.from]?.open;
  const change = (last ?? 0) - (first ?? last ?? 0);
  return change > 0 ? colours.up : change < 0 ? colours.down : colours.muted;
}

/** @param {Content} content */
function overlays(content) {
  const { compared, lineColours, studies } = content;
  if (compared) return [line(compared, 0, lineColours.compared, 1.5)];
  return studies.filter(({ study }) => !study.pane).flatMap((one) => lines(content, one, 0));
}

/**
 * @param {Content} content
 * @param {Calculated} calculated
 * @param {number} at the pane
 */
function lines({ bars: shown, colours, lineColours }, { study, lines: all }, at) {
  // What begins anew each day is not drawn from one day to the next.
  const begins = (/** @type {number} */ of) => study.withinDays && of > 0 && dayOf(shown[of].start) !== dayOf(shown[of - 1].start);
  return all.map(({ name, values, histogram }, of) => ({
    ...(histogram ? bars(values, at, ({ value }) => (value < 0 ? colours.down : colours.up)) : line(values.map((value, bar) => (begins(bar) ? Number.NaN : value)), at, lineColours[name])),
    markLine: of ? undefined : {
      symbol: 'none', silent: true, precision: 2, lineStyle: { color: colours.muted, opacity: 0.5, type: 'dashed', width: 1 },
      label: { show: study.margin !== undefined, color: colours.muted, fontSize: TEXT - 1, formatter: '{c}' },
      data: (study.levels ?? []).map((yAxis) => ({ yAxis })),
    },
  }));
}

/** What the figures of a bar do not show is marked under it. @param {Content} content */
function warnings({ bars, style, compared, colours }) {
  const data = compared ? [] : bars.flatMap(({ marks, low, close }, at) => (marks.some((mark) => WARNINGS.includes(mark)) ? [[at, style === 'line' ? close : low]] : []));
  return { type: 'scatter', data, symbol: 'triangle', symbolSize: 6, symbolOffset: [0, 9], silent: true, itemStyle: { color: colours.warning }, z: 4 };
}

/** @param {Content} content */
function volume({ bars: all, colours }) {
  const rising = (/** @type {Bar} */ { open, close }) => close >= open;
  return { ...bars(all.map((bar) => bar.volume), 1, ({ dataIndex }) => (rising(all[dataIndex]) ? colours.up : colours.down)), barMinHeight: 1 };
}

/**
 * @param {(number | undefined)[]} values
 * @param {number} at the pane
 * @param {string} colour
 */
function line(values, at, colour, width = 1.25) {
  return {
    type: 'line', data: gaps(values), xAxisIndex: at, yAxisIndex: at, showSymbol: false, silent: true,
    itemStyle: { color: colour }, lineStyle: { color: colour, width }, emphasis: { disabled: true },
  };
}

/**
 * @param {number[]} values
 * @param {number} at the pane
 * @param {(bar: any) => string} color
 */
function bars(values, at, color) {
  return { type: 'bar', data: gaps(values), xAxisIndex: at, yAxisIndex: at, barMaxWidth: 14, silent: true, itemStyle: { color, opacity: 0.45 }, emphasis: { disabled: true } };
}

/** @param {(number | undefined)[]} values */
function gaps(values) {
  return values.map((value) => (value === undefined || Number.isNaN(value) ? '-' : value));
}
