// @ts-check
import { make, setData } from '../core/dom.js';
import { decimals, digits } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { direction, quotes } from './quote-store.js';

/**
 * Links to symbols that show their live prices. The style sheet shows them: so a text that is selected, copied or read by
 * a program is the text as it was written.
 */
export class LivePrices {
  /** @type {Map<string, Set<HTMLAnchorElement>>} */ #links = new Map();
  #signal;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#signal = signal;
    route.addEventListener('change', () => paintSoon(this), { signal });
  }

  /** @param {string} symbol @param {string} [text] */
  link(symbol, text = symbol) {
    const link = make('a', { class: 'symbol', 'data-route': true, href: route.href({ symbol }) }, text);
    const known = this.#links.get(symbol);
    if (known) known.add(link);
    else {
      this.#links.set(symbol, new Set([link]));
      quotes.addEventListener(symbol, () => paintSoon(this), { signal: this.#signal });
    }
    show(link, symbol);
    paintSoon(this);
    return link;
  }

  paint() {
    for (const [symbol, links] of this.#links) {
      for (const link of links) {
        if (link.isConnected) show(link, symbol);
        else links.delete(link);
      }
    }
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} symbol
 */
function show(link, symbol) {
  const href = route.href({ symbol });
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  const instrument = quotes.instrument(symbol);
  const entry = quotes.entry(symbol);
  if (!instrument || !entry) return;
  const { last, change, status } = entry.quote;
  setData(link, 'price', decimals(digits(instrument.tickSize)).plain(last));
  setData(link, 'day', direction(change ?? 0));
  setData(link, 'status', entry.confirmed ? status : 'unknown');
}

await loadStylesheet('live-prices.css', import.meta.url);
