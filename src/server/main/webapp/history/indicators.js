// @ts-check
// Technical indicators as the charts of the field draw them. Each takes one value for each bar and returns as many; NaN
// stands where there is none yet.

/**
 * The simple moving average of the last `length` values.
 * @param {number[]} values
 * @param {number} length
 */
export function sma(values, length) {
  return windows(values, length, mean);
}

/**
 * The exponential moving average: begins with the simple one, then each value weighs 2 / (length + 1).
 * @param {number[]} values may begin with NaN
 * @param {number} length
 */
export function ema(values, length) {
  return smoothed(values, length, 2 / (length + 1));
}

/**
 * Bollinger bands: the simple moving average, and so many standard deviations (of the population) below and above it.
 * @param {number[]} values
 * @param {number} length
 * @param {number} width
 */
export function bollinger(values, length, width) {
  const middle = sma(values, length);
  const deviations = windows(values, length, (window) => {
    const average = mean(window);
    return Math.sqrt(mean(window.map((value) => (value - average) ** 2)));
  });
  const band = (/** @type {number} */ sign) => middle.map((value, at) => value + sign * width * deviations[at]);
  return { lower: band(-1), middle, upper: band(1) };
}

/**
 * Wilder's relative strength index: rises against falls, each smoothed with a weight of 1 / length.
 * @param {number[]} values
 * @param {number} length
 */
export function rsi(values, length) {
  const changes = values.map((value, at) => (at ? value - values[at - 1] : Number.NaN));
  const rises = smoothed(changes.map((change) => Math.max(0, change)), length, 1 / length);
  const falls = smoothed(changes.map((change) => Math.max(0, -change)), length, 1 / length);
  return rises.map((rise, at) => {
    const both = rise + falls[at];
    return both === 0 ? 50 : (100 * rise) / both;
  });
}

/**
 * The moving averages' convergence and divergence: the fast average less the slow one, the average of that, and how far
 * the one is above the other.
 * @param {number[]} values
 * @param {number} fast
 * @param {number} slow
 * @param {number} signalLength
 */
export function macd(values, fast, slow, signalLength) {
  const slowAverage = ema(values, slow);
  const line = ema(values, fast).map((value, at) => value - slowAverage[at]);
  const signal = ema(line, signalLength);
  return { line, signal, histogram: line.map((value, at) => value - signal[at]) };
}

/**
 * The average price weighted by volume, since the first bar of each group, such as a day.
 * @param {{high: number, low: number, close: number, volume: number, vwap?: number}[]} bars whose own average counts, where known
 * @param {(at: number) => unknown} groupOf the group of a bar
 */
export function vwap(bars, groupOf) {
  let turnover = 0;
  let sum = 0;
  /** @type {unknown} */ let group;
  return bars.map(({ high, low, close, volume, vwap: average = (high + low + close) / 3 }, at) => {
    if (groupOf(at) !== group) turnover = sum = 0;
    group = groupOf(at);
    turnover += average * volume;
    sum += volume;
    return sum ? turnover / sum : Number.NaN;
  });
}

/**
 * @param {number[]} values
 * @param {number} length
 * @param {number} weight of a new value
 */
function smoothed(values, length, weight) {
  const first = values.findIndex((value) => !Number.isNaN(value));
  const begin = first < 0 ? values.length : first + length - 1;
  let average = Number.NaN;
  return values.map((value, at) => {
    if (at === begin) average = mean(values.slice(first, at + 1));
    else if (at > begin) average += weight * (value - average);
    return average;
  });
}

/**
 * @param {number[]} values
 * @param {number} length
 * @param {(window: number[]) => number} figure of the last values
 */
function windows(values, length, figure) {
  return values.map((_, at) => (at + 1 < length ? Number.NaN : figure(values.slice(at + 1 - length, at + 1))));
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
