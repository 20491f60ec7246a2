// @ts-check
import { make } from '../../../core/dom.js';
import { paintSoon } from '../../../core/painter.js';
import { route } from '../../../core/route.js';
import { secondTimer } from '../../../core/second-timer.js';
import { loadStylesheet } from '../../../core/stylesheet.js';
import { stream } from '../../../core/stream.js';
import { addWords, say } from '../../../core/words.js';
import { quotes } from '../../../quotes/quote-store.js';
import '../desk.js';
import { trading } from '../trading-store.js';
import { Board } from './board.js';
import { board } from './board-store.js';
import { EquityCurve } from './equity-curve.js';
import { Orders } from './orders.js';
import { Positions } from './positions.js';
import { Summary } from './summary.js';
import { Tabs } from './tabs.js';

/** As its style sheet has it: from this width on, the board stands beside the rest. */
const WIDE = 960;

/** `<trading-view></trading-view>`: what the visitor owns and has ordered, and the leaderboard, which is for everybody. */
class TradingView extends HTMLElement {
  #disconnected = new AbortController();
  #summary = new Summary();
  #curve = new EquityCurve();
  #positions = new Positions();
  #orders = new Orders();
  #board = new Board();
  #none = make('p', { class: 'none', role: 'status' });
  #tabs = new Tabs(say('floor.tabs'), [
    ['positions', this.#positions.element], ['orders', this.#orders.element], ['board', this.#board.element],
  ]);
  #own = make('div', { class: 'own' }, this.#tabs.element, this.#positions.element, this.#orders.element);
  #leaveBoard = () => {};
  #boardWanted = false;

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.replaceChildren(make('h2', { class: 'unseen' }, say('floor.title')), this.#none, this.#summary.element, this.#curve.element, this.#own, this.#board.element);
    const soon = () => paintSoon(this);
    for (const type of ['batch', 'state', 'visitor', 'start']) stream.addEventListener(type, soon, { signal });
    for (const store of [trading, board]) store.addEventListener('change', soon, { signal });
    route.addEventListener('change', () => this.#follow(), { signal });
    stream.addEventListener('start', () => this.#follow(), { signal });
    quotes.addEventListener('instruments', soon, { signal });
    secondTimer.addEventListener('second', soon, { signal });
    const watcher = new ResizeObserver(([{ contentRect }]) => {
      this.#tabs.leaveOut('board', contentRect.width >= WIDE);
      this.toggleAttribute('data-wide', contentRect.width >= WIDE);
      soon();
    });
    watcher.observe(this);
    signal.addEventListener('abort', () => watcher.disconnect());
    this.#follow();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#watchBoard(false);
  }

  /** Follows the board while it may be seen. */
  #follow() {
    this.#watchBoard(!this.hidden && stream.offers('leaderboard'));
    this.#tabs.choose(route.get('tab'));
    paintSoon(this);
  }

  /** @param {boolean} wanted */
  #watchBoard(wanted) {
    if (wanted === this.#boardWanted) return;
    this.#boardWanted = wanted;
    if (wanted) this.#leaveBoard = board.hold();
    else this.#leaveBoard();
  }

  paint() {
    if (this.hidden) return;
    const offered = stream.offers('leaderboard');
    const known = stream.visitor !== '';
    const none = offered || stream.state === 'connecting' ? '' : say('floor.none');
    if (this.#none.textContent !== none) this.#none.textContent = none;
    this.#summary.element.hidden = this.#board.element.hidden = !offered;
    this.#own.hidden = !offered || !known;
    this.toggleAttribute('data-nobody', !known);
    this.#tabs.leaveOut('positions', !known);
    this.#tabs.leaveOut('orders', !known);
    this.#tabs.name({ positions: trading.positions.length, orders: trading.open.length });
    this.#summary.paint();
    this.#curve.paint();
    this.#positions.paint();
    this.#orders.paint();
    this.#board.paint();
  }
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('floor.css', import.meta.url),
]);
customElements.define('trading-view', TradingView);
