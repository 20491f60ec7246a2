// @ts-check
import { charts } from '../core/charts.js';
import { colours } from '../core/colours.js';
import { make } from '../core/dom.js';
import { decimals, digits, time } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { candleOptions, candleSeries } from './candle-options.js';

const INTERVALS = [5, 15, 60, 300];
const MOST_CANDLES = 90;
// Less than the time between two ticks, so that the chart keeps up with the price above it.
const PAINT_EVERY = 200;

/** The candles of one symbol, with a choice of their interval; the last candle grows as prices arrive. */
export class CandleChart {
  element = make('div', { class: 'candles' });
  #picture = make('div', { class: 'picture', role: 'img' });
  #intervals = make('div', { class: 'intervals', role: 'group', 'aria-label': say('chart.interval') });
  #symbol = '';
  #paintedAt = 0;
  #timer = 0;
  /** @type {any} */ #chart;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.element.append(this.#intervals, this.#picture);
    for (const seconds of INTERVALS) this.#intervals.append(this.#button(seconds));
    const resized = new ResizeObserver(() => this.#chart?.resize());
    signal.addEventListener('abort', () => {
      resized.disconnect();
      clearTimeout(this.#timer);
      this.#chart?.dispose();
    });
    colours.addEventListener('change', () => this.#setOptions(), { signal });
    charts().then(({ init }) => {
      if (signal.aborted) return;
      this.#chart = init(this.#picture, null, { renderer: 'canvas' });
      resized.observe(this.#picture);
      this.#setOptions();
    });
    this.#showInterval();
  }

  /** @param {string} symbol */
  show(symbol) {
    this.#symbol = symbol;
    this.#setOptions();
  }

  /** Paints the chart soon, but not with every tick. */
  changed() {
    if (this.#timer) return;
    const wait = this.#paintedAt + PAINT_EVERY - performance.now();
    if (wait <= 0) paintSoon(this);
    else this.#timer = setTimeout(() => paintSoon(this), wait);
  }

  paint() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#chart || !this.#symbol) return;
    this.#paintedAt = performance.now();
    const candles = quotes.history(this.#symbol).candles.last(this.#interval, MOST_CANDLES);
    this.#chart.setOption(candleSeries(candles, this.#interval, time));
  }

  /** In seconds. */
  get #interval() {
    return Number(preferences.get('candles', '5'));
  }

  /** Sets what does not change with a price: colours and formats. */
  #setOptions() {
    if (!this.#chart) return;
    const { tickSize } = quotes.instrument(this.#symbol) ?? { tickSize: 0.01 };
    this.#picture.setAttribute('aria-label', say('chart.label', { symbol: this.#symbol }));
    this.#chart.setOption(candleOptions(colours, tickSize, decimals(digits(tickSize)).plain), { notMerge: true });
    paintSoon(this);
  }

  /** @param {number} seconds */
  #button(seconds) {
    const label = seconds < 60 ? say('chart.seconds', { count: seconds }) : say('chart.minutes', { count: seconds / 60 });
    const button = make('button', { type: 'button', value: String(seconds) }, label);
    button.addEventListener('click', () => {
      preferences.set('candles', String(seconds));
      this.#showInterval();
      paintSoon(this);
    });
    return button;
  }

  #showInterval() {
    for (const button of this.#intervals.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(Number(button.value) === this.#interval));
    }
  }
}
