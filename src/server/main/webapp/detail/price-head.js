// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { amount, date, decimals, digits, duration, NO_VALUE, percent } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { nameOf, say } from '../core/words.js';
import { companyName, direction, NO_MARKET, quotes } from '../quotes/quote-store.js';

// A longer price needs the whole line.
const SHORT = 9;
const ARROWS = { up: '▲ ', down: '▼ ', same: '' };

/** The head of the details: the instrument, its price, and the age of that. */
export class PriceHead {
  element = make('div', { class: 'price-head' });
  title = make('h2', { tabindex: '-1' });
  #about = make('p');
  #last = document.createTextNode(NO_VALUE);
  #change = document.createTextNode('');
  #age = document.createTextNode('');
  #bid = document.createTextNode('');
  #ask = document.createTextNode('');

  constructor() {
    const moved = make('p', {}, make('span', {}, this.#change), make('small', {}, this.#age));
    const price = make('div', { class: 'now' }, make('strong', {}, this.#last), moved);
    const book = make('p', { class: 'book' },
      make('span', {}, make('small', {}, say('column.bid')), ' ', this.#bid),
      make('span', {}, make('small', {}, say('column.ask')), ' ', this.#ask));
    this.element.append(price, book);
  }

  get about() {
    return this.#about;
  }

  /** @param {string} symbol */
  name(symbol) {
    const instrument = quotes.instrument(symbol);
    this.title.textContent = symbol;
    if (!instrument) {
      this.#about.textContent = quotes.instruments.length ? say('detail.unknown') : '';
      return;
    }
    const { sector, mic, currency } = instrument;
    const recorded = quotes.recorded && say('detail.recorded', { date: date(quotes.recorded) });
    const name = companyName(instrument);
    const parts = [name === symbol ? '' : name, recorded || nameOf('sector', sector), mic === NO_MARKET ? '' : mic, currency];
    this.#about.textContent = parts.filter(Boolean).join(' · ');
  }

  /** @param {string} symbol */
  paint(symbol) {
    const instrument = quotes.instrument(symbol);
    const entry = quotes.entry(symbol);
    if (!instrument || !entry) return;
    const { quote, confirmed, at } = entry;
    const { plain, signed } = decimals(digits(instrument.tickSize));
    const day = direction(quote.change ?? 0);
    const last = plain(quote.last);
    const status = confirmed ? quote.status : 'unknown';
    const word = status === 'trading' ? '' : `${say(`status.${status}`)} · `;
    setData(this.element, 'day', day);
    setData(this.element, 'status', status);
    this.element.toggleAttribute('data-long', last.length > SHORT);
    setText(this.#last, last);
    setText(this.#change, `${ARROWS[day]}${signed(quote.change)} (${percent(quote.changePercent)})`);
    setText(this.#age, word + say('detail.age', { duration: duration(stream.clock.now() - at) }));
    setText(this.#bid, quote.bid === undefined ? NO_VALUE : `${plain(quote.bid)} × ${amount(quote.bidSize)}`);
    setText(this.#ask, quote.ask === undefined ? NO_VALUE : `${plain(quote.ask)} × ${amount(quote.askSize)}`);
  }
}
