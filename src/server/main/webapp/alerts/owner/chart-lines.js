// @ts-check
import { announcements } from '../../core/announcements.js';
import { make } from '../../core/dom.js';
import { digits } from '../../core/formats.js';
import { say } from '../../core/words.js';
import { quotes } from '../../quotes/quote-store.js';
import { alertStore } from './alert-store.js';
import { ChartLine } from './chart-line.js';
import { conditionAt } from './places.js';
import { problemText } from './problems.js';
import { conditionText } from './sentences.js';

/** @typedef {import('./alert-store.js').Alert} Alert */
/**
 * What a chart says of itself when it was painted: which value of its price axis is at which pixel, and where its prices stand.
 * @typedef {{content: {symbol: string, compared?: number[]}, place: (value: number) => number, value: (y: number) => number, room: {top: number, height: number, right: number}}} Painted
 */

/** The alerts of a symbol as lines in its chart, each at its price: they can be dragged, and moved by keys. */
export class ChartLines {
  #layer = make('div', { class: 'alert-lines' });
  /** @type {Map<string, ChartLine>} */ #lines = new Map();
  /** @type {{element: HTMLElement, painted: Painted} | undefined} */ #chart;
  #makeAlert;

  /** @param {(draft: Alert) => void} makeAlert opens an alert to change it */
  constructor(makeAlert) {
    this.#makeAlert = makeAlert;
    document.addEventListener('painted', (event) => {
      this.#chart = { element: /** @type {HTMLElement} */ (event.target), painted: /** @type {CustomEvent} */ (event).detail };
      this.#show();
    });
    alertStore.addEventListener('change', () => this.#show());
    // One that was painted before this was loaded.
    document.querySelector('price-chart')?.dispatchEvent(new Event('repaint'));
  }

  /**
   * The symbol and the price at a place of the window; nothing where no price stands.
   * @param {Element} target
   * @param {number} x
   * @param {number} y
   */
  priceAt(target, x, y) {
    if (!this.#chart?.element.contains(target) || this.#chart.painted.content.compared) return undefined;
    const { painted: { content: { symbol }, room, value }, element } = this.#chart;
    const { left, right, top } = element.getBoundingClientRect();
    const down = y - top;
    if (x < left || x > right || down < room.top || down > room.top + room.height) {
      const last = quotes.quote(symbol)?.last;
      // The menu key is pressed at the chart as a whole.
      return target === element && last !== undefined ? { symbol, price: last } : undefined;
    }
    return { symbol, price: onGrid(symbol, value(down)) };
  }

  #show() {
    if (!this.#chart) return;
    const { element, painted: { content: { symbol, compared }, room } } = this.#chart;
    if (this.#layer.parentElement !== element) element.append(this.#layer);
    const alerts = compared ? [] : alertStore.alerts.filter((alert) => alert.symbol === symbol && isShown(alert));
    for (const [id, line] of this.#lines) {
      if (alerts.some((alert) => alert.id === id)) continue;
      line.remove();
      this.#lines.delete(id);
    }
    for (const alert of alerts) {
      let line = this.#lines.get(alert.id);
      if (!line) {
        line = new ChartLine(alert.id, {
          priceAt: (y) => onGrid(symbol, this.#chart?.painted.value(y) ?? 0),
          placeOf: (price) => this.#chart?.painted.place(price) ?? 0,
          room: () => this.#chart?.painted.room ?? room,
          moved: (price) => this.#move(alert.id, price),
          opened: () => this.#open(alert.id),
          removed: () => this.#remove(alert.id),
        });
        this.#lines.set(alert.id, line);
        this.#layer.append(line.element);
      }
      line.show(alert, quotes.instrument(symbol)?.tickSize ?? 0.01);
    }
  }

  /** @param {string} id */
  #alert(id) {
    return alertStore.alerts.find((alert) => alert.id === id);
  }

  /** @param {string} id */
  #open(id) {
    const alert = this.#alert(id);
    if (alert) this.#makeAlert(alert);
  }

  /** @param {string} id @param {number} price */
  async #move(id, price) {
    const alert = this.#alert(id);
    if (!alert) return;
    const { symbol } = alert;
    const condition = conditionAt(symbol, price, alert.condition.of);
    const reply = await alertStore.change(id, { condition });
    if (reply.status === 200) announcements.say(`${symbol} · ${conditionText(symbol, condition)}`);
    else announcements.show({ title: say('alert.notMoved', { symbol }), text: problemText(reply), kind: 'problem' });
    this.#lines.get(id)?.settle();
    this.#show();
  }

  /** @param {string} id */
  async #remove(id) {
    const alert = this.#alert(id);
    const reply = await alertStore.remove(id);
    const { symbol = '', condition, repeat, pause, ends, note, webhook } = alert ?? {};
    if (reply.status !== 204) announcements.show({ title: symbol, text: problemText(reply), kind: 'problem' });
    else if (condition) announcements.show({
      title: say('alert.removed'), text: `${symbol} · ${conditionText(symbol, condition)}`,
      act: { label: say('alert.undo'), run: () => alertStore.create({ symbol, condition, repeat, pause, ends, note, webhook }) },
    });
  }
}

/** Those that wait for a price. @param {Alert} alert */
function isShown({ condition, state }) {
  return condition.type === 'price' && (state === 'armed' || state === 'resting');
}

/** The nearest price that the instrument can have. @param {string} symbol @param {number} price */
function onGrid(symbol, price) {
  const tick = quotes.instrument(symbol)?.tickSize ?? 0.01;
  return Math.max(tick, Number((Math.round(price / tick) * tick).toFixed(digits(tick))));
}
