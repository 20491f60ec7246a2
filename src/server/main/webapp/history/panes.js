// @ts-check

/** @typedef {{top: number, height: number}} Pane in pixels */

const TOP = 8;
const BETWEEN = 8;
// The labels of the time axis.
const FOOT = 22;
const VOLUME = 52;
const STUDY = 76;
// The least share of the prices.
const PRICES = 0.45;

/**
 * Where the panes of a chart stand: the prices, their volume, and one below the other those of the studies.
 * @param {number} height of the whole chart
 * @param {number} studies how many
 * @returns {Pane[]}
 */
export function panes(height, studies) {
  const room = height - TOP - FOOT;
  const wanted = VOLUME + studies * STUDY;
  const scale = Math.min(1, ((1 - PRICES) * room - BETWEEN * (1 + studies)) / wanted);
  const below = [VOLUME, ...Array.from({ length: studies }, () => STUDY)].map((one) => Math.max(1, Math.round(scale * one)));
  const prices = room - below.reduce((sum, one) => sum + one + BETWEEN, 0);
  let top = TOP;
  return [prices, ...below].map((one) => {
    const pane = { top, height: one };
    top += one + BETWEEN;
    return pane;
  });
}
