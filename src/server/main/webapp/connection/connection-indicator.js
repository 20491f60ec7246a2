// @ts-check
import { make, setText } from '../core/dom.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { liveStatus } from './live-status.js';
import { quiet, shortStatus } from './status-text.js';

/**
 * `<connection-indicator></connection-indicator>`: how far the prices can be trusted right now, told by word, shape and colour.
 * The word alone is announced to screen readers. For style sheets the page's root carries it as `data-live-status`, as
 * `data-frozen` that no prices come, and as `data-quiet` that none came for a while though they should.
 */
class ConnectionIndicator extends HTMLElement {
  #word = document.createTextNode('');
  #detail = document.createTextNode('');
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.replaceChildren(make('strong', { role: 'status' }, this.#word), make('small', {}, this.#detail));
    liveStatus.addEventListener('change', () => this.#show(), { signal });
    secondTimer.addEventListener('second', () => this.#tell(), { signal });
    stream.addEventListener('batch', () => 'quiet' in document.documentElement.dataset && this.#tell(), { signal });
    route.addEventListener('change', () => this.#entitle(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const { name } = liveStatus;
    document.documentElement.dataset.liveStatus = name;
    document.documentElement.toggleAttribute('data-frozen', liveStatus.frozen);
    this.#entitle();
    setText(this.#word, say(`indicator.${name}`));
    this.#tell();
  }

  /** Many tabs are told apart by their titles, and dead ones too. */
  #entitle() {
    const { name } = liveStatus;
    const parts = [name === 'live' ? '' : say(`indicator.${name}`), route.get('symbol'), 'Tickertape'];
    document.title = parts.filter(Boolean).join(' · ');
  }

  #tell() {
    setText(this.#detail, shortStatus());
    document.documentElement.toggleAttribute('data-quiet', quiet() !== '');
  }
}

await loadStylesheet('connection.css', import.meta.url);
customElements.define('connection-indicator', ConnectionIndicator);
