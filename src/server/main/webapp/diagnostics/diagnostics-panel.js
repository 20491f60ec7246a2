// @ts-check
import { make, setText } from '../core/dom.js';
import { amount, decimals, duration, NO_VALUE, percent } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { Measurements } from './measurements.js';
import './rate-choice.js';
import { isOpen } from './visibility.js';

const whole = decimals(0).plain;

/** @type {Record<string, (measurements: Measurements) => string>} The figures, each by its name. */
const FIGURES = {
  events: ({ eventsPerSecond }) => whole(eventsPerSecond),
  latency: (measurements) => {
    const [median, most] = [measurements.latency(0.5), measurements.latency(0.99)];
    return median === undefined ? NO_VALUE : `${whole(median)} / ${whole(most)} ms`;
  },
  clock: () => {
    const { clock } = stream;
    return clock.known ? `${decimals(0).signed(clock.ahead)} ± ${whole(clock.error)} ms` : NO_VALUE;
  },
  merged: () => {
    const changes = quotes.received + quotes.merged;
    return `${amount(quotes.merged)} (${percent(changes ? (100 * quotes.merged) / changes : 0).replace('+', '')})`;
  },
  reconnects: () => amount(stream.reconnects),
  tabs: () => amount(stream.tabs),
  frames: ({ eventsPerSecond, framesPerSecond, longestFrame }) =>
    eventsPerSecond === undefined ? NO_VALUE : `${whole(framesPerSecond)} · ${decimals(1).plain(longestFrame)} ms`,
  since: () => (stream.connectedAt ? duration(Date.now() - stream.connectedAt) : NO_VALUE),
  query: () => stream.query || NO_VALUE,
};

/** `<diagnostics-panel></diagnostics-panel>`: figures about the connection and the page, and a choice of the rate. */
class DiagnosticsPanel extends HTMLElement {
  /** @type {Record<string, Text>} */ #texts = {};
  /** @type {Measurements | undefined} */ #measurements;
  #disconnected = new AbortController();
  #closed = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const list = make('dl');
    for (const name of Object.keys(FIGURES)) {
      this.#texts[name] = document.createTextNode(NO_VALUE);
      list.append(make('div', { class: name }, make('dt', {}, say(`diagnostics.${name}`)), make('dd', {}, this.#texts[name])));
    }
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', say('diagnostics.title'));
    this.replaceChildren(make('rate-choice'), list);
    preferences.addEventListener('change', () => this.#update(), { signal });
    this.#update();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#closed.abort();
  }

  paint() {
    const measurements = this.#measurements;
    if (!measurements) return;
    measurements.endSecond();
    for (const [name, figure] of Object.entries(FIGURES)) setText(this.#texts[name], figure(measurements));
  }

  #update() {
    const open = isOpen();
    this.hidden = !open;
    if (open === Boolean(this.#measurements)) return;
    this.#closed.abort();
    this.#measurements = undefined;
    if (!open) return;
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    this.#measurements = new Measurements(signal);
    secondTimer.addEventListener('second', () => paintSoon(this), { signal });
    paintSoon(this);
  }
}

await loadStylesheet('diagnostics.css', import.meta.url);
customElements.define('diagnostics-panel', DiagnosticsPanel);
