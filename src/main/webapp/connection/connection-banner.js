// @ts-check
import { make, write } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { atLength } from './account.js';
import { standing } from './standing.js';
import { verdict } from './verdict.js';

// Long enough to be read twice.
const READ = 15_000;

/**
 * `<connection-banner></connection-banner>`: what is wrong, with the one thing that can be done about it; then how it
 * ended, for a while. Hidden while all is well.
 */
class ConnectionBanner extends HTMLElement {
  #text = document.createTextNode('');
  #act = make('button', { type: 'button' });
  #forget = 0;
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.replaceChildren(make('p', {}, this.#text), this.#act);
    standing.addEventListener('change', () => this.#show(), { signal });
    verdict.addEventListener('change', () => this.#show(), { signal });
    this.#act.addEventListener('click', () => this.#do(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    clearTimeout(this.#forget);
  }

  #show() {
    const trouble = atLength();
    const broken = standing.name !== 'closed' && standing.name !== 'pre' && standing.name !== 'halted';
    const told = trouble && broken ? trouble : verdict.text || trouble;
    this.hidden = !told;
    this.dataset.tone = told === verdict.text ? 'verdict' : standing.name;
    write(this.#text, told);
    this.#act.textContent = this.#label();
    this.#act.hidden = !this.#act.textContent;
    clearTimeout(this.#forget);
    if (told && told === verdict.text) this.#forget = setTimeout(() => verdict.forget(), READ);
  }

  #label() {
    const { tone } = this.dataset;
    if (tone === 'verdict') return say('banner.dismiss');
    if (tone === 'paused') return say('banner.resume');
    return tone === 'reconnecting' || tone === 'goodbye' ? say('banner.hurry') : '';
  }

  #do() {
    const { tone } = this.dataset;
    if (tone === 'verdict') verdict.forget();
    else if (tone === 'paused') stream.paused = false;
    else stream.hurry();
  }
}

customElements.define('connection-banner', ConnectionBanner);
