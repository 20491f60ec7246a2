// @ts-check
import { time } from './formats.js';
import { stream } from './stream.js';

const NAMES = {
  connecting: 'Connecting',
  live: 'Live',
  stale: 'Stale',
  reconnecting: 'Reconnecting',
  goodbye: 'Closed by server',
};

/** @type {Record<string, string>} */
const REASONS = {
  shutdown: 'Shutting down',
  rotation: 'Changing connections',
  limit: 'Server is full',
  expired: 'Connection expired',
};

/**
 * `<connection-status></connection-status>`: how far the prices can be trusted right now, told by word, shape and colour.
 * The word alone is announced to screen readers. The page's root carries the state as `data-stream`, for style sheets.
 */
class ConnectionStatus extends HTMLElement {
  #word = document.createElement('strong');
  #detail = document.createElement('small');
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    this.#word.setAttribute('role', 'status');
    this.replaceChildren(this.#word, this.#detail);
    stream.addEventListener('state', () => this.#show(), { signal: this.#leaving.signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const { state } = stream;
    document.documentElement.dataset.stream = state;
    document.title = state === 'live' ? 'Tickertape' : `${NAMES[state]} · Tickertape`;
    this.#word.textContent = NAMES[state];
    this.#detail.textContent = this.#explanation();
  }

  #explanation() {
    const { state, reason, heardAt } = stream;
    if (state === 'live' || state === 'connecting') return '';
    const known = (state === 'goodbye' && REASONS[reason]) || '';
    // Who was refused at once has no prices to tell the age of.
    if (!heardAt) return known || 'No answer yet';
    if (state === 'stale') return `Nothing heard since ${time(heardAt)}`;
    return known ? `${known} · as of ${time(heardAt)}` : `Prices as of ${time(heardAt)}`;
  }
}

customElements.define('connection-status', ConnectionStatus);
