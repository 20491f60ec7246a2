// @ts-check
import { compact, digits } from '../core/formats.js';

/** @typedef {import('../quotes/candles.js').Candle} Candle */
/** @typedef {typeof import('../core/colours.js').colours} Colours */

// A chart has room for at least this many candles.
const LEAST = 36;
// The width of a figure in a label of the price axis, and of the rest of the label, in pixels.
const FIGURE = 6.2;
const PADDING = 14;

/**
 * The options that do not change with the prices. Rising candles are hollow and falling ones filled, so colour is not needed.
 * @param {Colours} colours
 * @param {number} tickSize
 * @param {(price: number) => string} price
 * @param {(at: number) => string[]} describe the candle at a place
 */
export function candleOptions(colours, tickSize, price, describe) {
  const label = { color: colours.muted, fontSize: 11 };
  const line = { lineStyle: { color: colours.line } };
  const pointing = (/** @type {(value: number) => string} */ text) => ({
    label: { formatter: (/** @type {{value: number}} */ { value }) => text(value) },
  });
  const bare = { axisLine: line, axisTick: { show: false }, splitLine: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: [
      // Without bounds of their own, so that wide labels do not move one of them alone.
      { left: 8, top: 10, bottom: '26%', outerBoundsMode: 'none' },
      { left: 8, top: '80%', bottom: 22, outerBoundsMode: 'none' },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { backgroundColor: colours.muted, color: colours.page } },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, transitionDuration: 0,
      axisPointer: { type: 'cross' },
      backgroundColor: colours.raised, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 11 },
      formatter: (/** @type {any[]} */ [{ name, dataIndex }]) => [name, ...describe(dataIndex)].join('\n'),
    },
    xAxis: [0, 1].map((gridIndex) => ({
      ...bare, type: 'category', gridIndex, axisLabel: { ...label, show: gridIndex === 1, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' }, boundaryGap: true,
      axisPointer: { label: { show: gridIndex === 1 } },
    })),
    yAxis: [
      // The gap is a share of the range or, while there is none, of the price: else the axis would reach from half the price
      // to one and a half times.
      { ...bare, scale: true, boundaryGap: ['0.1%', '0.1%'], minInterval: tickSize, position: 'right', axisLabel: { ...label, formatter: price }, axisPointer: pointing(price), splitLine: { show: true, ...line } },
      { ...bare, gridIndex: 1, position: 'right', axisLabel: { show: false }, axisPointer: pointing(compact), axisLine: { show: false } },
    ],
    series: [
      {
        type: 'candlestick', data: [], barMaxWidth: 10,
        itemStyle: { color: colours.page, borderColor: colours.up, color0: colours.down, borderColor0: colours.down, borderColorDoji: colours.muted },
        markLine: {
          symbol: 'none', silent: true, precision: digits(tickSize), data: [], lineStyle: { color: colours.text, type: 'dotted', width: 1 },
          label: { color: colours.page, backgroundColor: colours.text, padding: [1, 4], fontSize: 11, lineHeight: 13, formatter: ({ value = 0 }) => price(value) },
        },
      },
      { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: [], barMaxWidth: 10, itemStyle: { color: colours.muted, opacity: 0.6 } },
    ],
  };
}

/** How many places stand empty before the first candle, so that new ones do not move them. @param {Candle[]} candles */
export function roomBefore({ length }) {
  return Math.max(0, LEAST - length);
}

/**
 * The options that change with every price.
 * @param {Candle[]} candles
 * @param {number} seconds of each
 * @param {number} last the last price
 * @param {(price: number) => string} price
 * @param {(time: number) => string} clock
 */
export function candleSeries(candles, seconds, last, price, clock) {
  const first = candles[0]?.time ?? Date.now();
  const room = Array.from({ length: roomBefore(candles) }, (_, at) => at);
  const names = [...room.map((at) => first - (room.length - at) * seconds * 1000), ...candles.map(({ time }) => time)].map(clock);
  const highest = candles.reduce((most, { high }) => Math.max(most, high), last);
  const right = PADDING + FIGURE * price(1.02 * highest).length;
  return {
    grid: [{ right }, { right }],
    xAxis: [{ data: names }, { data: names }],
    series: [
      {
        data: [...room.map(() => '-'), ...candles.map(({ open, close, low, high }) => (Number.isNaN(open) ? '-' : [open, close, low, high]))],
        markLine: { data: candles.length ? [{ yAxis: last }] : [] },
      },
      { data: [...room.map(() => '-'), ...candles.map(({ volume }) => volume)] },
    ],
  };
}
