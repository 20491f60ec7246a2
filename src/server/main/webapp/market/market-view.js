// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { route } from '../core/route.js';
import { secondTimer } from '../core/second-timer.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { stream } from '../core/stream.js';
import { makeParts } from '../core/views.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { HeatMap } from './heat-map.js';
import { Legend } from './legend.js';
import { Movers } from './movers.js';
import { breadth } from './sectors.js';

// A map with more tiles is painted once a second: all of it with every tick would take too much time.
const WITH_EVERY_TICK = 150;

/** `<market-view></market-view>`: the whole market at a glance. */
class MarketView extends HTMLElement {
  // A space that keeps the line of what is not known yet.
  #breadth = document.createTextNode('\xa0');
  #legend = new Legend();
  #movers = ['gainers', 'losers', 'active'].map((kind) => new Movers(kind));
  /** @type {HeatMap | undefined} */ #map;
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.#map = new HeatMap(signal);
    const lists = make('div', { class: 'movers' }, ...this.#movers.map(({ element }) => element));
    const head = make('div', { class: 'breadth' }, make('p', {}, this.#breadth), this.#legend.element);
    this.replaceChildren(head, this.#map.element, ...makeParts('market', signal), lists);
    stream.addEventListener('batch', () => paintSoon(quotes.size > WITH_EVERY_TICK ? this.#prices : this), { signal });
    route.addEventListener('change', () => paintSoon(this), { signal });
    quotes.addEventListener('instruments', () => paintSoon(this), { signal });
    secondTimer.addEventListener('second', () => paintSoon(this), { signal });
    paintSoon(this);
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }

  paint() {
    if (this.hidden) return;
    setText(this.#breadth, say('market.breadth', breadth()));
    this.#map?.paint();
    this.#legend.paint();
    this.#prices.paint();
  }

  /** What shows prices: with every tick, so that they are the same everywhere. */
  #prices = {
    paint: () => {
      if (this.hidden) return;
      this.#map?.paintTip();
      this.#movers.forEach((list) => list.paint());
    },
  };
}

await loadStylesheet('market.css', import.meta.url);
customElements.define('market-view', MarketView);
