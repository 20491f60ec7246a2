// @ts-check
import { make, write } from '../core/dom.js';
import { amount, decimals, NOTHING, percent, span } from '../core/formats.js';
import { onKey } from '../core/keys.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { pulse } from '../core/pulse.js';
import { stream } from '../core/stream.js';
import { style } from '../core/style.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { Gauges } from './gauges.js';
import './rate-choice.js';

const NAMES = ['events', 'latency', 'clock', 'merged', 'reconnects', 'tabs', 'frames', 'since', 'query'];

/** `<bonnet-panel></bonnet-panel>`: what the connection and the page are doing, in figures, for those who want to know. */
class BonnetPanel extends HTMLElement {
  /** @type {Record<string, Text>} */ #texts = {};
  /** @type {Gauges | undefined} */ #gauges;
  #openedAt = performance.now();
  #leaving = new AbortController();
  #closing = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const list = make('dl');
    for (const name of NAMES) {
      this.#texts[name] = document.createTextNode(NOTHING);
      list.append(make('div', { class: name }, make('dt', {}, say(`bonnet.${name}`)), make('dd', {}, this.#texts[name])));
    }
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', say('bonnet.title'));
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
    const gauges = this.#gauges;
    if (!gauges) return;
    gauges.turn();
    const whole = decimals(0).plain;
    const [middle, most] = [gauges.delay(0.5), gauges.delay(0.99)];
    const changes = quotes.received + quotes.merged;
    const { clock } = stream;
    /** @type {Record<string, string>} */
    const values = {
      events: whole(gauges.events),
      latency: middle === undefined ? NOTHING : `${whole(middle)} / ${whole(most)} ms`,
      clock: clock.known ? `${decimals(0).signed(clock.ahead)} ± ${whole(clock.error)} ms` : NOTHING,
      merged: `${amount(quotes.merged)} (${percent(changes ? (100 * quotes.merged) / changes : 0).replace('+', '')})`,
      reconnects: amount(stream.reconnects),
      tabs: amount(stream.tabs),
      frames: gauges.events === undefined ? NOTHING : `${whole(gauges.frames)} · ${decimals(1).plain(gauges.longest)} ms`,
      since: span(performance.now() - this.#openedAt),
      query: stream.query || NOTHING,
    };
    for (const name of NAMES) write(this.#texts[name], values[name]);
  }

  #turn() {
    const open = preferences.get('bonnet') === 'open';
    this.hidden = !open;
    if (open === Boolean(this.#gauges)) return;
    this.#closing.abort();
    this.#gauges = undefined;
    if (!open) return;
    this.#closing = new AbortController();
    const { signal } = this.#closing;
    this.#gauges = new Gauges(signal);
    pulse.addEventListener('second', () => paintSoon(this), { signal });
    paintSoon(this);
  }
}

/** Shows the panel, or puts it away. */
export function toggle() {
  preferences.set('bonnet', preferences.get('bonnet') === 'open' ? '' : 'open');
}

await style('bonnet.css', import.meta.url);
customElements.define('bonnet-panel', BonnetPanel);
