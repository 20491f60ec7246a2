// @ts-check

/** @typedef {import('../quotes/candles.js').Candle} Candle */
/** @typedef {typeof import('../core/colours.js').colours} Colours */

// A chart has room for at least this many candles.
const LEAST = 36;

/**
 * The options that do not change with the prices. Rising candles are hollow and falling ones filled, so colour is not needed.
 * @param {Colours} colours
 * @param {number} tickSize
 * @param {(price: number) => string} price
 */
export function candleOptions(colours, tickSize, price) {
  const label = { color: colours.muted, fontSize: 11 };
  const line = { lineStyle: { color: colours.line } };
  const bare = { axisLine: line, axisTick: { show: false }, splitLine: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: [
      { left: 8, right: 64, top: 10, bottom: '26%' },
      { left: 8, right: 64, top: '80%', bottom: 22 },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { backgroundColor: colours.muted, color: colours.page } },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, transitionDuration: 0,
      axisPointer: { type: 'cross' },
      backgroundColor: colours.raised, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 11 },
      formatter: (/** @type {any[]} */ [{ name, data }]) => (Array.isArray(data) ? `${name}\n${data.slice(1).map(price).join('  ')}` : name),
    },
    xAxis: [0, 1].map((gridIndex) => ({
      ...bare, type: 'category', gridIndex, axisLabel: { ...label, show: gridIndex === 1, hideOverlap: true }, boundaryGap: true,
    })),
    yAxis: [
      // The gap is a share of the range or, while there is none, of the price: else the axis would reach from half the price
      // to one and a half times.
      { ...bare, scale: true, boundaryGap: ['0.1%', '0.1%'], minInterval: tickSize, position: 'right', axisLabel: { ...label, formatter: price }, splitLine: { show: true, ...line } },
      { ...bare, gridIndex: 1, position: 'right', axisLabel: { show: false }, axisLine: { show: false } },
    ],
    series: [
      {
        type: 'candlestick', data: [], barMaxWidth: 10,
        itemStyle: { color: colours.page, borderColor: colours.up, color0: colours.down, borderColor0: colours.down, borderColorDoji: colours.muted },
        markLine: {
          symbol: 'none', silent: true, data: [], lineStyle: { color: colours.text, type: 'dotted', width: 1 },
          label: { color: colours.page, backgroundColor: colours.text, padding: [1, 4], fontSize: 11, lineHeight: 13, formatter: ({ value = 0 }) => price(value) },
        },
      },
      { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: [], barMaxWidth: 10, itemStyle: { color: colours.muted, opacity: 0.6 } },
    ],
  };
}

/**
 * The options that change with every price. A few candles stand at the right, so that new ones do not move them.
 * @param {Candle[]} candles
 * @param {number} seconds of each
 * @param {(time: number) => string} clock
 */
export function candleSeries(candles, seconds, clock) {
  const first = candles[0]?.time ?? 0;
  const room = Array.from({ length: Math.max(0, LEAST - candles.length) }, (_, at) => at);
  const names = [...room.map((at) => first - (room.length - at) * seconds * 1000), ...candles.map(({ time }) => time)].map(clock);
  const last = candles.at(-1)?.close;
  return {
    xAxis: [{ data: names }, { data: names }],
    series: [
      {
        data: [...room.map(() => '-'), ...candles.map(({ open, close, low, high }) => (Number.isNaN(open) ? '-' : [open, close, low, high]))],
        markLine: { data: last === undefined ? [] : [{ yAxis: last }] },
      },
      { data: [...room.map(() => '-'), ...candles.map(({ volume }) => volume)] },
    ],
  };
}
