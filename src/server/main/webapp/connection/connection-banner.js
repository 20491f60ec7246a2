// @ts-check
import { make, setText } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { interruptionReport } from './interruption-report.js';
import { liveStatus } from './live-status.js';
import { fullStatus } from './status-text.js';

// Long enough to read it twice.
const REPORT_FOR = 15_000;

/**
 * `<connection-banner></connection-banner>`: what is wrong, with a button for what can be done about it; afterwards, for a
 * while, what was missed. Hidden while all is well.
 */
class ConnectionBanner extends HTMLElement {
  #text = document.createTextNode('');
  #button = make('button', { type: 'button' });
  #timer = 0;
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(make('p', {}, this.#text), this.#button);
    liveStatus.addEventListener('change', () => this.#show(), { signal });
    interruptionReport.addEventListener('change', () => this.#show(), { signal });
    this.#button.addEventListener('click', () => this.#act(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    clearTimeout(this.#timer);
  }

  #show() {
    const problem = fullStatus();
    const marketOnly = ['closed', 'pre', 'halted'].includes(liveStatus.name);
    const text = problem && !marketOnly ? problem : interruptionReport.text || problem;
    const reports = text !== '' && text === interruptionReport.text;
    this.hidden = !text;
    this.dataset.shows = reports ? 'interruption' : liveStatus.name;
    setText(this.#text, text);
    this.#button.textContent = this.#label();
    this.#button.hidden = !this.#button.textContent;
    clearTimeout(this.#timer);
    if (reports) this.#timer = setTimeout(() => interruptionReport.dismiss(), REPORT_FOR);
  }

  #label() {
    switch (this.dataset.shows) {
      case 'interruption': return say('banner.dismiss');
      case 'paused': return say('banner.resume');
      case 'reconnecting':
      case 'goodbye': return say('banner.retryNow');
      default: return '';
    }
  }

  #act() {
    const { shows } = this.dataset;
    if (shows === 'interruption') interruptionReport.dismiss();
    else if (shows === 'paused') stream.paused = false;
    else stream.retryNow();
  }
}

customElements.define('connection-banner', ConnectionBanner);
