// @ts-check
import { make } from '../../core/dom.js';
import { digits } from '../../core/formats.js';
import { say } from '../../core/words.js';
import { conditionText, priceText } from './sentences.js';

/** @typedef {import('./alert-store.js').Alert} Alert */
/**
 * What a line asks its chart.
 * @typedef {object} Chart
 * @property {(y: number) => number} priceAt
 * @property {(price: number) => number} placeOf
 * @property {() => {top: number, height: number, right: number}} room
 * @property {(price: number) => void} moved called when the visitor has let go of it
 * @property {() => void} opened called at a click
 * @property {() => void} removed called at Delete
 */

// A hand is never quite still.
const STILL = 3;
const KEYS_REST = 700;
const FAR = 10;

/** One alert in the chart: a line with its price, which is a slider. Escape leaves the price as it was. */
export class ChartLine {
  #text = make('span');
  element = make('div', {
    class: 'alert-line', role: 'slider', tabindex: '0', 'aria-orientation': 'vertical', 'aria-keyshortcuts': 'Enter Delete',
  }, make('i'), this.#text);
  #chart;
  /** @type {Alert | undefined} */ #alert;
  #tick = 0.01;
  /** Where it is moved to, until the server knows. @type {number | undefined} */ #wanted;
  #timer = 0;
  #ended = new AbortController();

  /** @param {string} id @param {Chart} chart */
  constructor(id, chart) {
    this.#chart = chart;
    this.element.dataset.alert = id;
    this.element.addEventListener('pointerdown', (event) => this.#drag(event));
    this.element.addEventListener('keydown', (event) => this.#press(event));
    this.element.addEventListener('blur', () => this.#commit());
  }

  /** @param {Alert} alert @param {number} tick */
  show(alert, tick) {
    this.#alert = alert;
    this.#tick = tick;
    this.#place();
  }

  /** Shows the price of the alert again, whatever the visitor wanted. */
  settle() {
    this.#wanted = undefined;
    this.element.removeAttribute('data-moving');
  }

  /** Takes it away, whatever the visitor was about to do with it. */
  remove() {
    this.#ended.abort();
    clearTimeout(this.#timer);
    this.settle();
    this.element.remove();
  }

  get #price() {
    return this.#wanted ?? this.#alert?.condition.price ?? 0;
  }

  #place() {
    if (!this.#alert) return;
    const { symbol, condition, state } = this.#alert;
    const { top, height, right } = this.#chart.room();
    const y = this.#chart.placeOf(this.#price);
    const text = priceText(symbol, this.#price);
    const inside = Math.max(top, Math.min(y, top + height));
    // What the visitor is at must not vanish.
    this.element.hidden = y !== inside && this.#wanted === undefined && this.element !== document.activeElement;
    this.element.style.top = `${inside}px`;
    this.element.style.setProperty('--axis', `${right}px`);
    this.element.dataset.state = state;
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.element.setAttribute('aria-label', say('alert.line', { symbol }));
    this.element.setAttribute('aria-valuenow', String(this.#price));
    this.element.setAttribute('aria-valuetext', conditionText(symbol, { ...condition, price: this.#price }));
    this.element.title = say('alert.line.hint');
  }

  /** @param {number} price */
  #want(price) {
    this.#wanted = Math.max(this.#tick, Number(price.toFixed(digits(this.#tick))));
    this.element.toggleAttribute('data-moving', true);
    this.#place();
  }

  #commit() {
    clearTimeout(this.#timer);
    const price = this.#wanted;
    if (price === undefined) return;
    if (price === this.#alert?.condition.price) this.#cancel();
    else this.#chart.moved(price);
  }

  #cancel() {
    clearTimeout(this.#timer);
    this.settle();
    this.#place();
  }

  /** @param {PointerEvent} down */
  #drag(down) {
    if (down.button) return;
    down.stopPropagation();
    const ended = (this.#ended = new AbortController());
    const { signal } = ended;
    const { element } = this;
    const top = /** @type {HTMLElement} */ (element.parentElement).getBoundingClientRect().top;
    const off = down.clientY - top - this.#chart.placeOf(this.#price);
    let dragged = false;
    element.setPointerCapture(down.pointerId);
    element.addEventListener('pointermove', ({ clientY }) => {
      dragged ||= Math.abs(clientY - down.clientY) > STILL;
      const { top: first, height } = this.#chart.room();
      if (dragged) this.#want(this.#chart.priceAt(Math.min(first + height, Math.max(first, clientY - top - off))));
    }, { signal });
    element.addEventListener('pointerup', () => {
      ended.abort();
      if (dragged) this.#commit();
      else this.#chart.opened();
    }, { signal });
    element.addEventListener('pointercancel', () => {
      ended.abort();
      this.#cancel();
    }, { signal });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      ended.abort();
      this.#cancel();
    }, { signal, capture: true });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.#tick * (event.shiftKey ? FAR : 1);
    const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step, PageUp: FAR * this.#tick, PageDown: -FAR * this.#tick }[event.key];
    if (by) {
      this.#want(this.#price + by);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#commit(), KEYS_REST);
    } else if (event.key === 'Enter') {
      if (this.#wanted === undefined) this.#chart.opened();
      else this.#commit();
    } else if (event.key === 'Delete') this.#chart.removed();
    else if (event.key === 'Escape' && this.#wanted !== undefined) this.#cancel();
    else return;
    // The keys of the chart are others.
    event.preventDefault();
    event.stopPropagation();
  }
}
