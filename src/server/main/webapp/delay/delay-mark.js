// @ts-check
import { make, setText } from '../core/dom.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { addWords, locale, say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';

const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;

/**
 * `<delay-mark></delay-mark>`: how late everything on this page is, and whether anything is old enough yet. It stands in
 * the header, so on every view, and is loaded only where the server says that it is late.
 */
class DelayMark extends HTMLElement {
  #text = document.createTextNode('');
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(this.#text);
    stream.addEventListener('start', () => this.#show(), { signal });
    stream.addEventListener('batch', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  #show() {
    this.hidden = !stream.delayed;
    if (this.hidden) return;
    const duration = inWords(stream.delayed);
    setText(this.#text, quotes.received ? say('delay.mark', { duration }) : say('delay.waiting', { duration }));
  }
}

/** A duration in the largest unit that says it exactly. @param {string} iso such as `PT15M` */
function inWords(iso) {
  const [hours, minutes, seconds] = (DURATION.exec(iso) ?? []).slice(1).map((part) => Number(part ?? 0));
  const all = hours * 3600 + minutes * 60 + seconds;
  const [unit, count] = all % 3600 === 0 ? ['hour', all / 3600] : all % 60 === 0 ? ['minute', all / 60] : ['second', all];
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  // A sentence has a space between a number and Chinese.
  return text.replace(/(\d)(?=\p{Script=Han})/u, '$1 ');
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('delay.css', import.meta.url),
]);
customElements.define('delay-mark', DelayMark);
document.querySelector('connection-indicator')?.append(make('delay-mark'));
