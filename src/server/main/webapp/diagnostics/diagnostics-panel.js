// @ts-check
import { make, setText } from '../core/dom.js';
import { amount, decimals, duration, NO_VALUE, percent } from '../core/formats.js';
import { onKey } from '../core/keys.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { Measurements } from './measurements.js';
import './rate-choice.js';

const NAMES = ['events', 'latency', 'clock', 'merged', 'reconnects', 'tabs', 'frames', 'since', 'query'];

/** `<diagnostics-panel></diagnostics-panel>`: what the connection and the page are doing, in figures, for those who want to know. */
class DiagnosticsPanel extends HTMLElement {
  /** @type {Record<string, Text>} */ #texts = {};
  /** @type {Measurements | undefined} */ #measurements;
  #openedAt = performance.now();
  #leaving = new AbortController();
  #closing = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const list = make('dl');
    for (const name of NAMES) {
      this.#texts[name] = document.createTextNode(NO_VALUE);
      list.append(make('div', { class: name }, make('dt', {}, say(`diagnostics.${name}`)), make('dd', {}, this.#texts[name])));
    }
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', say('diagnostics.title'));
    this.replaceChildren(make('rate-choice'), list);
    preferences.addEventListener('change', () => this.#turn(), { signal });
    stream.addEventListener('start', () => (this.#openedAt = performance.now()), { signal });
    onKey('i', toggle, { signal });
    this.#turn();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#closing.abort();
  }

  paint() {
    const measurements = this.#measurements;
    if (!measurements) return;
    measurements.turn();
    const whole = decimals(0).plain;
    const [middle, most] = [measurements.delay(0.5), measurements.delay(0.99)];
    const changes = quotes.received + quotes.merged;
    const { clock } = stream;
    /** @type {Record<string, string>} */
    const values = {
      events: whole(measurements.events),
      latency: middle === undefined ? NO_VALUE : `${whole(middle)} / ${whole(most)} ms`,
      clock: clock.known ? `${decimals(0).signed(clock.ahead)} ± ${whole(clock.error)} ms` : NO_VALUE,
      merged: `${amount(quotes.merged)} (${percent(changes ? (100 * quotes.merged) / changes : 0).replace('+', '')})`,
      reconnects: amount(stream.reconnects),
      tabs: amount(stream.tabs),
      frames: measurements.events === undefined ? NO_VALUE : `${whole(measurements.frames)} · ${decimals(1).plain(measurements.longest)} ms`,
      since: duration(performance.now() - this.#openedAt),
      query: stream.query || NO_VALUE,
    };
    for (const name of NAMES) setText(this.#texts[name], values[name]);
  }

  #turn() {
    const open = preferences.get('diagnostics') === 'open';
    this.hidden = !open;
    if (open === Boolean(this.#measurements)) return;
    this.#closing.abort();
    this.#measurements = undefined;
    if (!open) return;
    this.#closing = new AbortController();
    const { signal } = this.#closing;
    this.#measurements = new Measurements(signal);
    secondTimer.addEventListener('second', () => paintSoon(this), { signal });
    paintSoon(this);
  }
}

/** Shows the panel, or puts it away. */
export function toggle() {
  preferences.set('diagnostics', preferences.get('diagnostics') === 'open' ? '' : 'open');
}

await loadStylesheet('diagnostics.css', import.meta.url);
customElements.define('diagnostics-panel', DiagnosticsPanel);
