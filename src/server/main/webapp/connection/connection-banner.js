// @ts-check
import { make, setText } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { interruptionReport } from './interruption-report.js';
import { liveStatus } from './live-status.js';
import { fullStatus } from './status-text.js';

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
    liveStatus.addEventListener('change', () => this.#show(), { signal });
    interruptionReport.addEventListener('change', () => this.#show(), { signal });
    this.#act.addEventListener('click', () => this.#do(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    clearTimeout(this.#forget);
  }

  #show() {
    const trouble = fullStatus();
    const broken = liveStatus.name !== 'closed' && liveStatus.name !== 'pre' && liveStatus.name !== 'halted';
    const told = trouble && broken ? trouble : interruptionReport.text || trouble;
    this.hidden = !told;
    this.dataset.tone = told === interruptionReport.text ? 'interruption' : liveStatus.name;
    setText(this.#text, told);
    this.#act.textContent = this.#label();
    this.#act.hidden = !this.#act.textContent;
    clearTimeout(this.#forget);
    if (told && told === interruptionReport.text) this.#forget = setTimeout(() => interruptionReport.forget(), READ);
  }

  #label() {
    const { tone } = this.dataset;
    if (tone === 'interruption') return say('banner.dismiss');
    if (tone === 'paused') return say('banner.resume');
    return tone === 'reconnecting' || tone === 'goodbye' ? say('banner.retryNow') : '';
  }

  #do() {
    const { tone } = this.dataset;
    if (tone === 'interruption') interruptionReport.forget();
    else if (tone === 'paused') stream.paused = false;
    else stream.retryNow();
  }
}

customElements.define('connection-banner', ConnectionBanner);
