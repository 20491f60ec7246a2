// @ts-check
import { make } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { chooseRate, RATES } from './update-rate.js';

/** `<rate-choice></rate-choice>`: how many updates a second this tab gets. */
class RateChoice extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const choices = RATES.map((rate) => {
      const radio = make('input', { type: 'radio', name: 'rate', value: String(rate) });
      radio.checked = rate === stream.rate;
      return make('label', {}, radio, say(rate ? 'rate.some' : 'rate.all', { rate }));
    });
    this.replaceChildren(make('fieldset', {}, make('legend', {}, say('rate.title')), ...choices));
    this.addEventListener('change', ({ target }) => chooseRate(Number(/** @type {HTMLInputElement} */ (target).value)), { signal });
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

customElements.define('rate-choice', RateChoice);
