// @ts-check
import { make } from '../core/dom.js';
import { marketZone } from '../core/market-zone.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { addWords, say } from '../core/words.js';
import { LivePrices } from '../quotes/live-prices.js';
import { quotes } from '../quotes/quote-store.js';
import { AskForm } from './ask-form.js';
import { TextList } from './text-list.js';
import { texts } from './text-store.js';

let panels = 0;

/**
 * `<commentary-panel symbol="AAPL"></commentary-panel>`: what is written about a symbol or, without one, about the market,
 * and the visitor's own questions with their answers.
 */
class CommentaryPanel extends HTMLElement {
  #disconnected = new AbortController();
  /** @type {TextList[]} */ #lists = [];

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const symbol = this.getAttribute('symbol') ?? '';
    const prices = new LivePrices(signal);
    const ask = new AskForm(symbol, signal);
    const written = new TextList('commentary', symbol, prices, ask, signal);
    const answers = new TextList('answer', symbol, prices, ask, signal);
    this.#lists = [written, answers];
    const id = `commentary-${++panels}`;
    const title = make(symbol ? 'h3' : 'h2', { id }, say('commentary.title'));
    this.replaceChildren(
      make('section', { 'aria-labelledby': id }, title, written.element),
      make('section', { class: 'own', 'aria-label': say('commentary.own') }, ask.element, answers.element));
    const release = texts.hold();
    signal.addEventListener('abort', release);
    texts.addEventListener('change', () => paintSoon(this), { signal });
    // Which words are symbols, and what time it is at the market, is known from then on.
    const anew = () => {
      this.#lists.forEach((list) => list.forget());
      paintSoon(this);
    };
    quotes.addEventListener('instruments', anew, { signal });
    marketZone.addEventListener('change', anew, { signal });
    route.addEventListener('change', () => paintSoon(this), { signal });
    paintSoon(this);
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  paint() {
    // A view that is not shown stays in the page.
    if (!this.closest('[hidden]')) this.#lists.forEach((list) => list.paint());
  }
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('commentary.css', import.meta.url),
]);
customElements.define('commentary-panel', CommentaryPanel);
