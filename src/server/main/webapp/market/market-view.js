// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { HeatMap } from './heat-map.js';
import { Legend } from './legend.js';
import { Movers } from './movers.js';
import { breadth } from './sectors.js';

/** `<market-view></market-view>`: the market as a whole; painted once a second, while the address asks for it. */
class MarketView extends HTMLElement {
  #breadth = document.createTextNode('');
  #legend = new Legend();
  #movers = ['gainers', 'losers', 'active'].map((kind) => new Movers(kind));
  /** @type {HeatMap | undefined} */ #map;
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#map = new HeatMap(signal);
    const lists = make('div', { class: 'movers' }, ...this.#movers.map(({ element }) => element));
    const head = make('div', { class: 'breadth' }, make('p', {}, this.#breadth), this.#legend.element);
    this.replaceChildren(head, this.#map.element, lists);
    this.#map.addEventListener('point', () => paintSoon(this), { signal });
    route.addEventListener('change', () => this.#turn(), { signal });
    quotes.addEventListener('instruments', () => paintSoon(this), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this), { signal });
    this.#turn();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  paint() {
    if (this.hidden) return;
    setText(this.#breadth, say('market.breadth', breadth()));
    this.#map?.paint();
    this.#legend.show(this.#map?.pointed ?? '');
    this.#movers.forEach((list) => list.paint());
  }

  #turn() {
    this.hidden = route.get('view') !== 'market';
    paintSoon(this);
  }
}

await loadStylesheet('market.css', import.meta.url);
customElements.define('market-view', MarketView);
