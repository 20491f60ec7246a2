// @ts-check
import { make, setText } from '../core/dom.js';
import { features } from '../core/features.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { liveStatus } from './live-status.js';
import { patience, quiet, shortStatus } from './status-text.js';

/**
 * `<connection-indicator></connection-indicator>`: whether the prices can be trusted right now, as a word, a shape and a
 * colour. Screen readers announce only the word. Style sheets find it at the page's root: as `data-live-status`; as
 * `data-frozen` while no prices can come; as `data-quiet` while none come though they could.
 */
class ConnectionIndicator extends HTMLElement {
  #word = document.createTextNode('');
  #detail = document.createTextNode('');
  #timer = 0;
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(make('strong', { role: 'status' }, this.#word), make('small', {}, this.#detail));
    liveStatus.addEventListener('change', () => this.#show(), { signal });
    secondTimer.addEventListener('second', () => this.#showDetail(), { signal });
    stream.addEventListener('batch', () => this.#heard(), { signal });
    stream.addEventListener('start', () => stream.delayed && import('../delay/delay-mark.js'), { signal });
    route.addEventListener('change', () => this.#showTitle(), { signal });
    features.addEventListener('change', () => this.#showTitle(), { signal });
    secondTimer.addEventListener('second', () => this.#showTitle(), { signal });
    // A tab in the background has no seconds, but its title is seen.
    stream.addEventListener('batch', () => document.hidden && this.#showTitle(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    clearTimeout(this.#timer);
  }

  #show() {
    const { name } = liveStatus;
    document.documentElement.dataset.liveStatus = name;
    document.documentElement.toggleAttribute('data-frozen', liveStatus.frozen);
    this.#showTitle();
    setText(this.#word, say(`indicator.${name}`));
    this.#showDetail();
  }

  /** The title tells many tabs apart, and shows which of them are not live. */
  #showTitle() {
    const { name } = liveStatus;
    const panels = features.panels.map(({ parameter, title }) => {
      const value = route.get(parameter);
      return liveStatus.frozen || !value ? value : (title?.(value) ?? value);
    });
    const text = [name === 'live' ? '' : say(`indicator.${name}`), ...panels, 'Tickertape'].filter(Boolean).join(' · ');
    if (document.title !== text) document.title = text;
  }

  /** Takes doubt back, and waits for the next: with one timer, because events come all the time. */
  #heard() {
    if ('quiet' in document.documentElement.dataset) this.#showDetail();
    this.#timer ||= setTimeout(() => this.#checkSilence(), patience());
  }

  #checkSilence() {
    const left = stream.eventAt + patience() - performance.now();
    this.#timer = left > 0 ? setTimeout(() => this.#checkSilence(), left) : 0;
    if (!this.#timer) this.#showDetail();
  }

  #showDetail() {
    setText(this.#detail, shortStatus());
    document.documentElement.toggleAttribute('data-quiet', quiet() !== '');
  }
}

await loadStylesheet('connection.css', import.meta.url);
customElements.define('connection-indicator', ConnectionIndicator);
