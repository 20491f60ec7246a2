// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { makeParts } from '../core/views.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { PriceHead } from './price-head.js';
import { shareButton } from './share-button.js';
import { Statistics } from './statistics.js';
import { TradeList } from './trade-list.js';
import { trades } from './trade-store.js';

/** `<symbol-detail></symbol-detail>`: all about the symbol that the address names. */
class SymbolDetail extends HTMLElement {
  #symbol = '';
  #head = new PriceHead();
  #statistics = new Statistics();
  #disconnected = new AbortController();
  #closed = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    route.addEventListener('change', () => this.#update(), { signal });
    for (const type of ['instruments', 'recorded']) quotes.addEventListener(type, () => this.#showName(), { signal });
    this.#update();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#close();
  }

  paint() {
    if (!this.#symbol) return;
    this.#head.paint(this.#symbol);
    this.#statistics.paint(this.#symbol);
  }

  #update() {
    const symbol = route.get('symbol');
    if (symbol === this.#symbol) return;
    const before = this.#symbol;
    this.#symbol = symbol;
    this.#close();
    if (symbol) {
      this.#open(symbol);
      return;
    }
    const table = /** @type {import('../quotes/quote-table.js').QuoteTable | null} */ (document.querySelector('quote-table'));
    table?.focusRow(before);
  }

  /** @param {string} symbol */
  #open(symbol) {
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    const close = make('button', { type: 'button', class: 'close', 'aria-label': say('detail.close') }, '×');
    close.addEventListener('click', leave, { signal });
    onKey('Escape', leave, { signal });
    this.#showName();
    const list = new TradeList(signal);
    const header = make('header', {}, make('div', {}, this.#head.title, this.#head.about), shareButton(symbol, signal), close);
    this.replaceChildren(header, this.#head.element, ...makeParts('detail', signal, { symbol }), this.#statistics.element, list.element);
    trades.choose(symbol);
    quotes.addEventListener(symbol, () => paintSoon(this), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this), { signal });
    paintSoon(this);
    if (this.#hasCoveredFocus()) this.#head.title.focus();
  }

  /** On a small screen the details cover the row that had the focus: then nothing has it, or something hidden. */
  #hasCoveredFocus() {
    const { activeElement, body } = document;
    if (activeElement !== body) return !activeElement?.checkVisibility();
    return [...(this.parentElement?.children ?? [])].every((part) => part === this || !part.checkVisibility());
  }

  #close() {
    this.#closed.abort();
    trades.choose('');
    this.replaceChildren();
  }

  #showName() {
    this.#head.name(this.#symbol);
    this.toggleAttribute('data-unknown', !quotes.instrument(this.#symbol));
  }
}

function leave() {
  route.navigate({ symbol: '' });
}

await loadStylesheet('detail.css', import.meta.url);
customElements.define('symbol-detail', SymbolDetail);
