// @ts-check

/** @typedef {import('./candles.js').Bar} Bar */

/**
 * How far each close is from that of the first bar that is shown, in per cent.
 * @param {Bar[]} bars
 * @param {number} from the first bar that is shown
 */
export function changes(bars, from) {
  const base = bars[from]?.close;
  return bars.map(({ close }) => change(close, base));
}

/**
 * The same of another symbol, at the times of these bars: where it has none, its last one before counts.
 * @param {Bar[]} others
 * @param {Bar[]} bars
 * @param {number} from
 */
export function changesAt(others, bars, from) {
  let next = 0;
  const closes = bars.map(({ start }) => {
    while (next < others.length && others[next].start <= start) next++;
    return others[next - 1]?.close ?? Number.NaN;
  });
  const base = closes.slice(from).find((close) => !Number.isNaN(close));
  return closes.map((close) => change(close, base));
}

/**
 * @param {number} close
 * @param {number | undefined} base
 */
function change(close, base) {
  return base ? (100 * (close - base)) / base : Number.NaN;
}
