// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount, percent } from '../../../core/formats.js';
import { stream } from '../../../core/stream.js';
import { nameOf, say } from '../../../core/words.js';
import { directionOf, money, moved } from '../money.js';
import { trading } from '../trading-store.js';
import { board } from './board-store.js';
import { glide } from './glide.js';

/** @typedef {import('./board-store.js').Place} Place */

/** The name of a player that belongs to the server, as it sends it. */
const HOUSE = /^House: (\D+) (\d+)$/;

/** The leaderboard: its rows glide to their new places, and the visitor's own is marked, and there even beyond the last one. */
export class Board {
  #count = document.createTextNode('');
  #body = make('tbody');
  /** @type {Map<string, BoardRow>} */ #rows = new Map();
  #far = new BoardRow('far');
  #farBody = make('tbody', { class: 'far', hidden: true }, this.#far.element);
  #none = make('p', { class: 'none' }, say('floor.board.none'));
  /** @type {object | undefined} */ #painted;
  element;

  constructor() {
    const heads = ['place', 'who', 'worth', 'gain'].map((name) => make('th', { scope: 'col', class: name }, say(`floor.board.${name}`)));
    this.element = make('section', { class: 'board' },
      make('header', {}, make('h3', {}, say('floor.board')), make('p', {}, this.#count)),
      make('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': say('floor.board') },
        make('table', {}, make('caption', { class: 'unseen' }, say('floor.board')), make('thead', {}, make('tr', {}, ...heads)), this.#body, this.#farBody)),
      this.#none);
  }

  paint() {
    const { latest } = board;
    this.#none.hidden = Boolean(latest?.places.length);
    if (!latest) return;
    setText(this.#count, say('floor.board.count', { count: amount(latest.players) }));
    if (latest !== this.#painted) this.#place(latest.places);
    this.#painted = latest;
    const own = ownPlace(latest.places);
    for (const place of latest.places) this.#rows.get(place.player)?.paint(place, place === own);
    this.#paintFar(own);
  }

  /** @param {Place[]} places */
  #place(places) {
    const rows = places.map(({ player }) => {
      const row = this.#rows.get(player) ?? new BoardRow(player);
      this.#rows.set(player, row);
      return row.element;
    });
    const present = new Set(places.map(({ player }) => player));
    for (const player of this.#rows.keys()) if (!present.has(player)) this.#rows.delete(player);
    const { children } = this.#body;
    if (rows.length === children.length && rows.every((row, at) => row === children[at])) return;
    glide(this.#body, () => this.#body.replaceChildren(...rows));
  }

  /** @param {Place | undefined} own */
  #paintFar(own) {
    const { portfolio } = trading;
    const place = portfolio?.place;
    this.#farBody.hidden = Boolean(own) || !stream.visitor || !portfolio || !place;
    if (this.#farBody.hidden || !portfolio || !place) return;
    this.#far.paint({ place, player: 'far', name: stream.visitor, equity: portfolio.equity, percent: portfolio.percent }, true);
  }
}

/** The visitor's own. @param {Place[]} places */
function ownPlace(places) {
  const { portfolio } = trading;
  // Not by the name: others may have the same, or nearly.
  return stream.visitor && portfolio?.place ? places.find(({ player }) => player === portfolio.player) : undefined;
}

/** A player's row. */
class BoardRow {
  #player;
  #place = document.createTextNode('');
  #arrow = document.createTextNode('');
  #words = document.createTextNode('');
  #moved = make('span', { class: 'moved', 'aria-hidden': 'true' }, this.#arrow);
  #name = document.createTextNode('');
  #mark = document.createTextNode('');
  #marked = make('small', { hidden: true }, this.#mark);
  #equity = document.createTextNode('');
  #percent = document.createTextNode('');
  #gain = make('td', { class: 'gain' }, this.#percent);
  element;

  /** @param {string} player */
  constructor(player) {
    this.#player = player;
    this.element = make('tr', {},
      make('td', { class: 'place' }, this.#place, this.#moved, make('span', { class: 'unseen' }, this.#words)),
      make('th', { class: 'who', scope: 'row' }, make('bdi', {}, this.#name), ' ', this.#marked), make('td', { class: 'worth' }, this.#equity), this.#gain);
  }

  /** @param {Place} place @param {boolean} own */
  paint(place, own) {
    const by = board.moved(this.#player);
    setText(this.#place, amount(place.place));
    setText(this.#arrow, by ? `${by > 0 ? '▲' : '▼'}${Math.abs(by)}` : '');
    setText(this.#words, by ? say(by > 0 ? 'floor.board.risen' : 'floor.board.fallen', { count: Math.abs(by) }) : '');
    setData(this.#moved, 'moved', directionOf(by));
    const [, habit = '', number = ''] = HOUSE.exec(place.name) ?? [];
    setText(this.#name, habit ? say('floor.board.bot', { habit: nameOf('floor.house', habit), number }) : place.name);
    setText(this.#mark, own ? say('floor.board.own') : habit ? say('floor.board.house') : '');
    this.#marked.hidden = !own && !habit;
    this.element.toggleAttribute('data-own', own);
    setText(this.#equity, money.plain(place.equity));
    setText(this.#percent, moved(place.percent, percent(place.percent)));
    setData(this.#gain, 'moved', directionOf(place.percent));
  }
}
