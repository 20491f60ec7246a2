// @ts-check
import { make, setData, setText } from '../../../core/dom.js';
import { amount, duration, NO_VALUE, percent, time } from '../../../core/formats.js';
import { stream } from '../../../core/stream.js';
import { locale, say } from '../../../core/words.js';
import { directionOf, livePortfolio, money, moved } from '../money.js';
import { trading } from '../trading-store.js';
import { board } from './board-store.js';

const dayTime = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What all is worth, what of it is left to spend, the place, and when the season ends; an invitation for those who have nothing. */
export class Summary {
  #figures = new Map(['equity', 'profit', 'power', 'cash', 'place'].map((name) => [name, new Figure(name)]));
  #season = document.createTextNode('');
  #notice = make('p', { class: 'notice', role: 'status' });
  #signIn = make('button', { type: 'button' }, say('order.signIn'));
  #invite = make('div', { class: 'invite' }, make('p', {}, say('floor.invite')), this.#signIn);
  #list = make('dl', {}, ...[...this.#figures.values()].map(({ element }) => element));
  element = make('section', { class: 'summary', 'aria-label': say('floor.summary') }, this.#notice, this.#invite, this.#list, make('p', { class: 'season' }, this.#season));

  constructor() {
    this.#signIn.addEventListener('click', () => document.dispatchEvent(new Event('sign-in')));
  }

  paint() {
    const { portfolio } = trading;
    this.#invite.hidden = stream.visitor !== '' || stream.delayed !== '';
    this.#list.hidden = stream.visitor === '';
    const notice = stream.delayed ? say('order.late') : stream.state === 'live' || stream.state === 'connecting' ? '' : say(stream.state === 'paused' ? 'floor.paused' : 'floor.cut', { time: time(stream.heardAt) });
    if (this.#notice.textContent !== notice) this.#notice.textContent = notice;
    this.#notice.hidden = !notice;
    this.#paintSeason();
    if (!portfolio) {
      for (const figure of this.#figures.values()) figure.paint(NO_VALUE);
      return;
    }
    const { equity, profit, percent: share } = livePortfolio(portfolio);
    this.#figure('equity').paint(money.plain(equity));
    this.#figure('profit').paint(moved(profit, say('floor.gain', { sum: money.signed(profit), percent: percent(share) })), directionOf(profit));
    this.#figure('power').paint(money.plain(portfolio.buyingPower));
    this.#figure('cash').paint(money.plain(portfolio.cash));
    const { place, players } = portfolio;
    this.#figure('place').paint(place ? say('floor.placeOf', { place: amount(place), players: amount(players) }) : NO_VALUE);
  }

  #paintSeason() {
    const { latest } = board;
    const ends = Date.parse(latest?.ends ?? '');
    const left = ends - stream.clock.now();
    if (!(ends > 0)) setText(this.#season, '');
    else if (left > 0) setText(this.#season, say('floor.season', { duration: duration(left, 'long'), time: dayTime.format(ends) }));
    else setText(this.#season, say('floor.seasonOver'));
  }

  /** @param {string} name */
  #figure(name) {
    return /** @type {Figure} */ (this.#figures.get(name));
  }
}

/** A figure with its name. */
class Figure {
  #text = document.createTextNode(NO_VALUE);
  #value = make('dd', {}, this.#text);
  element;

  /** @param {string} name */
  constructor(name) {
    this.element = make('div', { class: name }, make('dt', {}, say(`floor.${name}`)), this.#value);
  }

  /** @param {string} text @param {string} [direction] */
  paint(text, direction = 'same') {
    setText(this.#text, text);
    setData(this.#value, 'moved', direction);
  }
}
