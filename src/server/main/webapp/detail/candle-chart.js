// @ts-check
import { charts } from '../core/charts.js';
import { colours } from '../core/colours.js';
import { make } from '../core/dom.js';
import { amount, decimals, digits, time } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { candleOptions, candleSeries, roomBefore } from './candle-options.js';

const INTERVALS = [5, 15, 60, 300];
const MOST_CANDLES = 90;

/** The candles of one symbol, with a choice of their interval; the last candle grows as prices arrive. */
export class CandleChart {
  element = make('div', { class: 'candles' });
  #picture = make('div', { class: 'picture', role: 'img' });
  #intervals = make('div', { class: 'intervals', role: 'group', 'aria-label': say('chart.interval') });
  #symbol = '';
  /** @type {import('../quotes/candles.js').Candle[]} */ #candles = [];
  /** @type {any} */ #chart;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.element.append(this.#intervals, this.#picture);
    for (const seconds of INTERVALS) this.#intervals.append(this.#button(seconds));
    const resized = new ResizeObserver(() => this.#chart?.resize());
    signal.addEventListener('abort', () => {
      resized.disconnect();
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

  /** Paints the candles. Called with what else shows the price, so that all show the same. */
  paint() {
    const quote = quotes.quote(this.#symbol);
    if (!this.#chart || !quote) return;
    this.#candles = quotes.history(this.#symbol).candles.last(this.#interval, MOST_CANDLES);
    this.#chart.setOption(candleSeries(this.#candles, this.#interval, quote.last, this.#price, time));
  }

  /** In seconds. */
  get #interval() {
    return Number(preferences.get('candles', '5'));
  }

  /** Sets what does not change with a price: colours and formats. */
  #setOptions() {
    if (!this.#chart) return;
    this.#picture.setAttribute('aria-label', say('chart.label', { symbol: this.#symbol }));
    this.#chart.setOption(candleOptions(colours, this.#tickSize, this.#price, (at) => this.#describe(at)), { notMerge: true });
    paintSoon(this);
  }

  get #tickSize() {
    return quotes.instrument(this.#symbol)?.tickSize ?? 0.01;
  }

  get #price() {
    return decimals(digits(this.#tickSize)).plain;
  }

  /** @param {number} at the candle's place in the chart */
  #describe(at) {
    const candle = this.#candles[at - roomBefore(this.#candles)];
    if (!candle || Number.isNaN(candle.open)) return [];
    const { open, high, low, close, volume } = candle;
    const prices = Object.entries({ open, high, low, close }).map(([name, value]) => `${say(`statistic.${name}`)} ${this.#price(value)}`);
    return [...prices, `${say('statistic.volume')} ${amount(volume)}`];
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
