// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { amount, decimals, digits, duration, percent } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { nameOf, say } from '../core/words.js';
import { companyName, quotes } from '../quotes/quote-store.js';

const ARROWS = { up: '▲ ', down: '▼ ', same: '' };

/** The head of the details: the instrument, its price, and the age of that. */
export class PriceHead {
  element = make('div', { class: 'price-head' });
  title = make('h2', { tabindex: '-1' });
  #about = make('p');
  #last = document.createTextNode('');
  #change = document.createTextNode('');
  #age = document.createTextNode('');
  #bid = document.createTextNode('');
  #ask = document.createTextNode('');

  constructor() {
    const price = make('p', { class: 'now' }, make('strong', {}, this.#last), make('span', {}, this.#change), make('small', {}, this.#age));
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
    this.#about.textContent = instrument
      ? [companyName(instrument), nameOf('sector', instrument.sector), instrument.mic, instrument.currency].join(' · ')
      : quotes.instruments.length ? say('detail.unknown') : '';
  }

  /** @param {string} symbol */
  paint(symbol) {
    const instrument = quotes.instrument(symbol);
    const entry = quotes.entry(symbol);
    this.element.hidden = !instrument || !entry;
    if (!instrument || !entry) return;
    const { quote, confirmed, at } = entry;
    const { plain, signed } = decimals(digits(instrument.tickSize));
    const change = quote.change ?? 0;
    const day = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
    const status = confirmed ? quote.status : 'unknown';
    const word = status === 'trading' ? '' : `${say(`status.${status}`)} · `;
    setData(this.element, 'day', day);
    setData(this.element, 'status', status);
    setText(this.#last, plain(quote.last));
    setText(this.#change, `${ARROWS[day]}${signed(quote.change)} (${percent(quote.changePercent)})`);
    setText(this.#age, word + say('detail.age', { duration: duration(stream.clock.now() - at) }));
    setText(this.#bid, `${plain(quote.bid)} × ${amount(quote.bidSize)}`);
    setText(this.#ask, `${plain(quote.ask)} × ${amount(quote.askSize)}`);
  }
}
