// @ts-check

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {{from: number, to: number}} View the first and the last bar that are shown */

// Older bars are fetched before the visitor has reached the first one.
const NEAR = 20;

/** The part of the bars that a chart shows. It stays with its bars while others come before them; at the end it follows. */
export class ChartView {
  /** What the visitor has chosen; undefined for what the range says. @type {View | undefined} */ #chosen;
  #prepended = 0;
  #length = 0;

  /** Shows what the range says again. */
  reset() {
    this.#chosen = undefined;
  }

  /** @param {View} view that the visitor wants */
  choose(view) {
    this.#chosen = view;
  }

  /**
   * @param {import('./bar-series.js').BarSeries} series
   * @param {(bars: Bar[]) => number} first what the range begins with
   * @returns {View}
   */
  of({ bars, prepended }, first) {
    const before = prepended - this.#prepended;
    const behind = bars.length - this.#length - before;
    this.#prepended = prepended;
    const end = this.#length - 1;
    this.#length = bars.length;
    const last = Math.max(0, bars.length - 1);
    if (!this.#chosen) return { from: bars.length ? first(bars) : 0, to: last };
    const moved = before + (this.#chosen.to >= end ? Math.max(0, behind) : 0);
    const to = Math.min(last, this.#chosen.to + moved);
    this.#chosen = { from: Math.max(0, Math.min(to, this.#chosen.from + moved)), to };
    return this.#chosen;
  }

  /** Whether bars before the first one will be wanted soon. @param {View} view */
  isNearFirst({ from }) {
    return from < NEAR && (this.#chosen !== undefined || from === 0);
  }
}
