// @ts-check
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { CandleChart } from './candle-chart.js';
import { PriceHead } from './price-head.js';
import { shareButton } from './share-button.js';
import { Statistics } from './statistics.js';
import { TradeList } from './trade-list.js';
import { trades } from './trade-store.js';

/** `<symbol-detail></symbol-detail>`: all that is known of the one symbol that the address names; hidden without. */
class SymbolDetail extends HTMLElement {
  #symbol = '';
  #head = new PriceHead();
  #statistics = new Statistics();
  /** @type {CandleChart | undefined} */ #chart;
  #leaving = new AbortController();
  #shown = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    route.addEventListener('change', () => this.#turn(), { signal });
    quotes.addEventListener('instruments', () => this.#name(), { signal });
    this.#turn();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#hide();
  }

  paint() {
    if (!this.#symbol) return;
    this.#head.paint(this.#symbol);
    this.#statistics.paint(this.#symbol);
  }

  #turn() {
    const symbol = route.get('symbol');
    if (symbol === this.#symbol) return;
    const before = this.#symbol;
    this.#symbol = symbol;
    this.#shown.abort();
    if (symbol) this.#show(symbol);
    else this.#hide();
    if (symbol) return;
    const link = document.querySelector(`tr[data-symbol="${CSS.escape(before)}"] a`);
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  }

  /** @param {string} symbol */
  #show(symbol) {
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    this.hidden = false;
    const close = make('button', { type: 'button', class: 'close', 'aria-label': say('detail.close') }, '×');
    close.addEventListener('click', leave, { signal });
    onKey('Escape', leave, { signal });
    this.#name();
    this.#chart = new CandleChart(signal);
    const list = new TradeList(signal);
    const header = make('header', {}, make('div', {}, this.#head.title, this.#head.about), shareButton(symbol, signal), close);
    this.replaceChildren(header, this.#head.element, this.#chart.element, this.#statistics.element, list.element);
    this.#chart.show(symbol);
    trades.watch(symbol);
    quotes.addEventListener(symbol, () => this.#news(), { signal });
    secondTimer.addEventListener('second', () => this.#news(), { signal });
    paintSoon(this);
    // Where it covers the table, the table's focus would be lost.
    if (!document.activeElement?.checkVisibility()) this.#head.title.focus();
  }

  #name() {
    this.#head.name(this.#symbol);
    this.toggleAttribute('data-unknown', !quotes.instrument(this.#symbol));
  }

  #news() {
    paintSoon(this);
    this.#chart?.news();
  }

  #hide() {
    this.#shown.abort();
    trades.watch('');
    this.hidden = true;
    this.replaceChildren();
  }
}

function leave() {
  route.navigate({ symbol: '' });
}

await loadStylesheet('detail.css', import.meta.url);
customElements.define('symbol-detail', SymbolDetail);
