// @ts-check
import { make, write } from '../core/dom.js';
import { pulse } from '../core/pulse.js';
import { style } from '../core/style.js';
import { say } from '../core/words.js';
import { inShort } from './account.js';
import { standing } from './standing.js';

/**
 * `<connection-sign></connection-sign>`: how far the prices can be trusted right now, told by word, shape and colour.
 * The word alone is announced to screen readers. The page's root carries it as `data-standing`, for style sheets.
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
    pulse.addEventListener('second', () => write(this.#detail, inShort()), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #show() {
    const { name } = standing;
    document.documentElement.dataset.standing = name;
    document.title = name === 'live' ? 'Tickertape' : `${say(`sign.${name}`)} · Tickertape`;
    write(this.#word, say(`sign.${name}`));
    write(this.#detail, inShort());
  }
}

await style('connection.css', import.meta.url);
customElements.define('connection-sign', ConnectionSign);
