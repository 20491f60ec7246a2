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

const LENGTHS = [5, 15, 60, 300];
const MOST = 90;
// Less than from one tick to the next, so that the chart keeps step with the price above it.
const PACE = 200;

/** Candles of one symbol, the last of which is built as prices come; with a choice of their length. */
export class CandleChart {
  element = make('div', { class: 'candles' });
  #picture = make('div', { class: 'picture', role: 'img' });
  #lengths = make('div', { class: 'lengths', role: 'group', 'aria-label': say('chart.length') });
  #symbol = '';
  #paintedAt = 0;
  #timer = 0;
  /** @type {any} */ #chart;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.element.append(this.#lengths, this.#picture);
    for (const length of LENGTHS) this.#lengths.append(this.#button(length));
    const resized = new ResizeObserver(() => this.#chart?.resize());
    signal.addEventListener('abort', () => {
      resized.disconnect();
      clearTimeout(this.#timer);
      this.#chart?.dispose();
    });
    colours.addEventListener('change', () => this.#dress(), { signal });
    charts().then(({ init }) => {
      if (signal.aborted) return;
      this.#chart = init(this.#picture, null, { renderer: 'canvas' });
      resized.observe(this.#picture);
      this.#dress();
    });
    this.#press();
  }

  /** @param {string} symbol */
  show(symbol) {
    this.#symbol = symbol;
    this.#dress();
  }

  /** Draws anew soon, but not with every tick. */
  news() {
    if (this.#timer) return;
    const wait = this.#paintedAt + PACE - performance.now();
    if (wait <= 0) paintSoon(this);
    else this.#timer = setTimeout(() => paintSoon(this), wait);
  }

  paint() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#chart || !this.#symbol) return;
    this.#paintedAt = performance.now();
    const candles = quotes.history(this.#symbol).candles.last(this.#length, MOST);
    this.#chart.setOption(candleSeries(candles, this.#length, time));
  }

  get #length() {
    return Number(preferences.get('candles', '5'));
  }

  /** The colours and formats, which stay as they are from one drawing to the next. */
  #dress() {
    if (!this.#chart) return;
    const { tickSize } = quotes.instrument(this.#symbol) ?? { tickSize: 0.01 };
    this.#picture.setAttribute('aria-label', say('chart.label', { symbol: this.#symbol }));
    this.#chart.setOption(candleOptions(colours, tickSize, decimals(digits(tickSize)).plain), { notMerge: true });
    paintSoon(this);
  }

  /** @param {number} length */
  #button(length) {
    const label = say(length < 60 ? 'chart.seconds' : 'chart.minutes', { count: length < 60 ? length : length / 60 });
    const button = make('button', { type: 'button', value: String(length) }, label);
    button.addEventListener('click', () => {
      preferences.set('candles', String(length));
      this.#press();
      paintSoon(this);
    });
    return button;
  }

  #press() {
    for (const button of this.#lengths.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(Number(button.value) === this.#length));
    }
  }
}
