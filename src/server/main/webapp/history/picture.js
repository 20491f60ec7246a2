// @ts-check
import { charts } from '../core/charts.js';
import { make } from '../core/dom.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { say } from '../core/words.js';
import { chartOptions } from './chart-options.js';

/** @typedef {import('./chart-options.js').Content} Content */
/** @typedef {{from: number, to: number}} View the first and the last bar that are shown */
/**
 * @typedef {object} Listener
 * @property {() => void} ready called when the chart can be painted, or must be again
 * @property {(view: View) => void} zoomed
 * @property {(start: number, spoken: boolean) => void} pointed called with when the bar under the pointer begins, Infinity if none is, and whether the keyboard led to it
 */

const LEAST = 10;
const STEP = 10;

/** The chart itself. Wheel, drag and keys move it; the bar under the pointer, or under the keyboard's cross-hair, is reported. */
export class Picture {
  element = make('div', { class: 'picture', role: 'application', tabindex: '0', 'aria-roledescription': say('chart.role') });
  /** @type {any} */ #chart;
  /** @type {Content | undefined} */ #content;
  #shown = '';
  /** The place of the bar under the cross-hair. @type {number | undefined} */ #at;
  #listener;

  /**
   * @param {Listener} listener
   * @param {AbortSignal} signal
   */
  constructor(listener, signal) {
    this.#listener = listener;
    const resized = new ResizeObserver(([{ contentRect }]) => {
      const { width, height } = this.size ?? contentRect;
      // While the table is shown, there is no room.
      if (!contentRect.width || (Math.floor(contentRect.width) === width && Math.floor(contentRect.height) === height)) return;
      this.#chart?.resize();
      listener.ready();
    });
    signal.addEventListener('abort', () => {
      resized.disconnect();
      this.#chart?.dispose();
    });
    this.element.addEventListener('keydown', (event) => this.#press(event), { signal });
    this.element.addEventListener('blur', () => this.#point(undefined, false), { signal });
    // Over the chart the wheel zooms; the page must not scroll as well.
    this.element.addEventListener('wheel', (event) => event.preventDefault(), { signal, passive: false });
    this.element.addEventListener('pointerenter', () => this.#learnGestures(signal), { signal, once: true });
    charts().then(({ init }) => {
      if (signal.aborted) return;
      this.#chart = init(this.element, null, { renderer: 'canvas' });
      this.#chart.on('updateAxisPointer', (/** @type {{axesInfo?: {axisDim: string, value: number}[]}} */ { axesInfo = [] }) => this.#pointed(axesInfo.find(({ axisDim }) => axisDim === 'x')?.value, false));
      this.#chart.on('datazoom', () => this.#zoomed());
      resized.observe(this.element);
      listener.ready();
    });
  }

  /** In pixels; undefined as long as the chart library is not there. */
  get size() {
    return this.#chart && { width: this.#chart.getWidth(), height: this.#chart.getHeight() };
  }

  /**
   * Fires `painted`, which bubbles: other features may draw on the element, and know from its detail which value of the
   * price axis is at which pixel.
   * @param {Content} content
   * @param {string} form changes when other series or colours are shown
   */
  show(content, form) {
    const start = this.#content?.bars[this.#at ?? -1]?.start;
    this.#content = content;
    const place = (/** @type {number} */ value) => this.#chart.convertToPixel({ yAxisIndex: 0 }, value);
    const options = chartOptions({ ...content, place });
    this.#chart.setOption(options, { notMerge: form !== this.#shown });
    this.#shown = form;
    // Others may have come before the bar that is pointed at, or it has gone.
    if (content.bars[this.#at ?? -1]?.start !== start) {
      const at = content.bars.findIndex((bar) => bar.start === start);
      this.#point(at < 0 ? undefined : at, false);
    }
    const value = (/** @type {number} */ y) => this.#chart.convertFromPixel({ yAxisIndex: 0 }, y);
    this.element.dispatchEvent(new CustomEvent('painted', { bubbles: true, detail: { content, place, value, room: options.grid[0] } }));
  }

  /**
   * Draws at another size, for paper.
   * @param {{width: number | 'auto', height: number | 'auto'}} size
   */
  resize(size) {
    this.#chart?.resize(size);
  }

  #zoomed() {
    const [{ startValue, endValue }] = this.#chart.getOption().dataZoom;
    this.#listener.zoomed({ from: Math.round(startValue), to: Math.round(endValue) });
  }

  /**
   * @param {number | undefined} at
   * @param {boolean} spoken
   */
  #pointed(at, spoken) {
    this.#at = at;
    this.#listener.pointed(this.#content?.bars[at ?? -1]?.start ?? Infinity, spoken);
  }

  /** Those that few use are loaded when a pointer comes. @param {AbortSignal} signal */
  #learnGestures(signal) {
    const chart = { content: () => this.#content, move: (/** @type {number} */ from, /** @type {number} */ length) => this.#move(from, length) };
    import('./gestures.js').then(({ onGestures }) => onGestures(this.element, chart, signal)).catch(reloadIfModuleIsMissing);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (!this.#content || event.ctrlKey || event.metaKey || event.altKey) return;
    const { view, bars } = this.#content;
    const length = view.to - view.from;
    const step = event.shiftKey ? STEP : 1;
    const at = this.#at ?? view.to + 1;
    switch (event.key) {
      case 'ArrowLeft': this.#point(at - step, true); break;
      case 'ArrowRight': this.#point(at + step, true); break;
      case 'Home': this.#point(view.from, true); break;
      case 'End': this.#point(view.to, true); break;
      case 'PageUp': this.#move(view.from - Math.ceil(length / 2), length); break;
      case 'PageDown': this.#move(view.from + Math.ceil(length / 2), length); break;
      case '+':
      case 'ArrowUp': this.#move(view.from + Math.ceil(length / 4), Math.max(LEAST, length - Math.ceil(length / 4))); break;
      case '-':
      case 'ArrowDown': this.#move(view.from - Math.ceil(length / 3), Math.min(bars.length, length + Math.ceil(length / 3))); break;
      case 'Escape':
        if (this.#at === undefined) return;
        this.#point(undefined, false);
        break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {number} from
   * @param {number} length
   */
  #move(from, length) {
    const last = (this.#content?.bars.length ?? 1) - 1;
    const first = Math.max(0, Math.min(from, last - length));
    this.#listener.zoomed({ from: first, to: Math.min(last, first + length) });
  }

  /**
   * Puts the cross-hair on a bar, or takes it away.
   * @param {number | undefined} at
   * @param {boolean} spoken
   */
  #point(at, spoken) {
    if (!this.#content || !this.#chart) return;
    const { view, bars } = this.#content;
    if (at === undefined) {
      this.#chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
      this.#pointed(undefined, false);
      return;
    }
    const place = Math.max(0, Math.min(at, bars.length - 1));
    if (place < view.from) this.#move(place, view.to - view.from);
    if (place > view.to) this.#move(view.from + place - view.to, view.to - view.from);
    const x = this.#chart.convertToPixel({ xAxisIndex: 0 }, place);
    const y = this.#chart.convertToPixel({ yAxisIndex: 0 }, bars[place].close);
    this.#chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'mousemove', x, y });
    this.#pointed(place, spoken);
  }
}
