// @ts-check
import { make, write } from '../core/dom.js';
import { place } from '../core/place.js';
import { pulse } from '../core/pulse.js';
import { stream } from '../core/stream.js';
import { style } from '../core/style.js';
import { say } from '../core/words.js';
import { quiet, inShort } from './account.js';
import { standing } from './standing.js';

/**
 * `<connection-sign></connection-sign>`: how far the prices can be trusted right now, told by word, shape and colour.
 * The word alone is announced to screen readers. For style sheets the page's root carries it as `data-standing`, as
 * `data-frozen` that no prices come, and as `data-quiet` that none came for a while though they should.
 */
class ConnectionSign extends HTMLElement {
  #word = document.createTextNode('');
  #detail = document.createTextNode('');
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.replaceChildren(make('strong', { role: 'status' }, this.#word), make('small', {}, this.#detail));
    standing.addEventListener('change', () => this.#show(), { signal });
    pulse.addEventListener('second', () => this.#tell(), { signal });
    stream.addEventListener('batch', () => 'quiet' in document.documentElement.dataset && this.#tell(), { signal });
    place.addEventListener('change', () => this.#entitle(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const { name } = standing;
    document.documentElement.dataset.standing = name;
    document.documentElement.toggleAttribute('data-frozen', standing.frozen);
    this.#entitle();
    write(this.#word, say(`sign.${name}`));
    this.#tell();
  }

  /** Many tabs are told apart by their titles, and dead ones too. */
  #entitle() {
    const { name } = standing;
    const parts = [name === 'live' ? '' : say(`sign.${name}`), place.get('symbol'), 'Tickertape'];
    document.title = parts.filter(Boolean).join(' · ');
  }

  #tell() {
    write(this.#detail, inShort());
    document.documentElement.toggleAttribute('data-quiet', quiet() !== '');
  }
}

await style('connection.css', import.meta.url);
customElements.define('connection-sign', ConnectionSign);
