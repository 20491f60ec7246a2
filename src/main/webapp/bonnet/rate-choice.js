// @ts-check
import { make } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';

const RATES = [0, 4, 1];
const KEY = 'tickertape.rate';

/** `<rate-choice></rate-choice>`: how many updates a second this tab gets; kept for as long as the tab is open. */
class RateChoice extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const choices = RATES.map((rate) => {
      const radio = make('input', { type: 'radio', name: 'rate', value: String(rate) });
      radio.checked = rate === stream.rate;
      return make('label', {}, radio, say(rate ? 'rate.some' : 'rate.all', { rate }));
    });
    this.replaceChildren(make('fieldset', {}, make('legend', {}, say('rate.title')), ...choices));
    this.addEventListener('change', ({ target }) => choose(Number(/** @type {HTMLInputElement} */ (target).value)), { signal });
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

/** @param {number} rate */
function choose(rate) {
  stream.rate = rate;
  try {
    sessionStorage.setItem(KEY, String(rate));
  } catch {
    // Good until the next reload, where the browser keeps nothing.
  }
}

/** The rate that was chosen before a reload; called before the stream is opened. */
export function restoreRate() {
  try {
    const kept = Number(sessionStorage.getItem(KEY));
    if (RATES.includes(kept)) stream.rate = kept;
  } catch {
    // As if nothing had been chosen.
  }
}

customElements.define('rate-choice', RateChoice);
