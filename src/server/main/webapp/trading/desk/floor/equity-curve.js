// @ts-check
import { make, setText } from '../../../core/dom.js';
import { send } from '../../../core/send.js';
import { stream } from '../../../core/stream.js';
import { locale, say } from '../../../core/words.js';
import { directionOf, livePortfolio, money } from '../money.js';
import { trading } from '../trading-store.js';

/** @typedef {{time: string, equity: number}} Point as the server has it */
/** @typedef {{at: number, equity: number}} Place */

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const HEIGHT = 100;
const REFRESH = 60_000;
const MOST_ROWS = 60;
const dayTime = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** How the equity has come about since the season began: a line above and below what everybody began with, and a table of the same. */
export class EquityCurve {
  /** @type {Place[]} */ #points = [];
  #visitor = '';
  #season = '';
  #loadedAt = -Infinity;
  #loading = false;
  #path = shape('path', { class: 'line' });
  #area = shape('path', { class: 'area' });
  #base = shape('line', { class: 'base', x1: '0', x2: String(WIDTH) });
  #cursor = shape('line', { class: 'cursor', y1: '0', y2: String(HEIGHT), visibility: 'hidden' });
  #high = make('span', { class: 'high' });
  #low = make('span', { class: 'low' });
  #said = document.createTextNode('');
  #rows = make('tbody');
  #table = make('details', {}, make('summary', {}, say('floor.curve.table')),
    make('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': say('floor.curve') }, make('table', {}, make('caption', { class: 'unseen' }, say('floor.curve')),
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, say('floor.curve.time')), make('th', { scope: 'col' }, say('floor.equity')))), this.#rows)));
  #svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  #picture;
  element;

  constructor() {
    this.#svg.append(this.#area, this.#base, this.#path, this.#cursor);
    this.#picture = make('div', { class: 'curve' }, /** @type {any} */ (this.#svg), this.#high, this.#low);
    this.element = make('section', { class: 'equity-curve', 'aria-label': say('floor.curve') }, make('p', {}, make('b', {}, say('floor.curve')), ' ', make('span', {}, this.#said)), this.#picture, this.#table);
    this.#picture.addEventListener('pointermove', ({ clientX }) => this.#point(clientX));
    this.#picture.addEventListener('pointerleave', () => this.#point(undefined));
    this.#table.addEventListener('toggle', () => this.#list());
  }

  paint() {
    const { portfolio } = trading;
    if (stream.visitor !== this.#visitor || portfolio?.season !== this.#season) {
      this.#visitor = stream.visitor;
      this.#season = portfolio?.season ?? '';
      this.#points = [];
      this.#loadedAt = -Infinity;
    }
    if (portfolio && !this.#loading && performance.now() - this.#loadedAt > REFRESH) this.#load();
    this.element.hidden = !portfolio || this.#points.length < 2;
    if (this.element.hidden || !portfolio) return;
    const { equity, profit, start } = livePortfolio(portfolio);
    this.#draw([...this.#points, { at: Math.max(stream.clock.now(), this.#points[this.#points.length - 1].at + 1), equity }], start);
    this.#picture.dataset.moved = directionOf(profit);
  }

  async #load() {
    const [visitor, season] = [this.#visitor, this.#season];
    this.#loading = true;
    const { status, data } = await send('GET', 'api/portfolio/equity');
    this.#loading = false;
    // It is somebody else's by now, or of a season that is over: the next picture asks for its own.
    if (stream.visitor !== visitor || trading.portfolio?.season !== season) return;
    this.#loadedAt = performance.now();
    if (status !== 200) return;
    this.#points = data.map((/** @type {Point} */ { time, equity }) => ({ at: Date.parse(time), equity }));
    if (this.#table.open) this.#list();
    this.paint();
  }

  /** @param {Place[]} points @param {number} start */
  #draw(points, start) {
    const values = [start, ...points.map(({ equity }) => equity)];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const [first, last] = [points[0].at, points[points.length - 1].at];
    const x = (/** @type {number} */ at) => (((at - first) / (last - first)) * WIDTH).toFixed(1);
    const y = (/** @type {number} */ value) => (high === low ? HEIGHT / 2 : 3 + ((high - value) / (high - low)) * (HEIGHT - 6)).toFixed(2);
    const line = points.map(({ at, equity }) => `${x(at)} ${y(equity)}`).join('L');
    this.#path.setAttribute('d', `M${line}`);
    this.#area.setAttribute('d', `M0 ${y(start)}L${line}L${WIDTH} ${y(start)}Z`);
    for (const name of ['y1', 'y2']) this.#base.setAttribute(name, y(start));
    this.#high.textContent = money.plain(high);
    this.#low.textContent = money.plain(low);
  }

  /** Says what it was at a place of the picture. @param {number | undefined} clientX */
  #point(clientX) {
    this.#cursor.setAttribute('visibility', clientX === undefined ? 'hidden' : 'visible');
    if (clientX === undefined) return setText(this.#said, '');
    const { left, width } = this.#svg.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    const [first, last] = [this.#points[0].at, this.#points[this.#points.length - 1].at];
    const at = first + share * (last - first);
    const nearest = this.#points.reduce((one, other) => (Math.abs(other.at - at) < Math.abs(one.at - at) ? other : one));
    for (const name of ['x1', 'x2']) this.#cursor.setAttribute(name, String(share * WIDTH));
    setText(this.#said, `${dayTime.format(nearest.at)} · ${money.plain(nearest.equity)}`);
  }

  /** As many rows as one can read, newest first. */
  #list() {
    if (!this.#table.open) return;
    const every = Math.ceil(this.#points.length / MOST_ROWS);
    const kept = this.#points.filter((_, at) => (this.#points.length - 1 - at) % every === 0).reverse();
    this.#rows.replaceChildren(...kept.map(({ at, equity }) => make('tr', {}, make('th', { scope: 'row' }, dayTime.format(at)), make('td', {}, money.plain(equity)))));
  }
}

/** @param {string} name @param {Record<string, string>} attributes */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
