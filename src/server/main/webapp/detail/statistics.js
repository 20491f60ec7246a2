// @ts-check
import { make, setText } from '../core/dom.js';
import { features } from '../core/features.js';
import { amount, compact, decimals, digits, NO_VALUE } from '../core/formats.js';
import { say } from '../core/words.js';
import { spread } from '../quotes/columns.js';
import { quotes } from '../quotes/quote-store.js';
import { trades } from './trade-store.js';

/** @type {import('../core/features.js').Statistic[]} */
const STATISTICS = [
  { name: 'open', value: ({ open }) => open },
  { name: 'previousClose', recorded: 'firstPrice', value: ({ previousClose }) => previousClose },
  { name: 'low', value: ({ low }) => low },
  { name: 'high', value: ({ high }) => high },
  { name: 'volume', value: ({ volume }) => volume, text: amount },
  { name: 'turnover', value: ({ volume, last }) => times(volume, trades.averagePrice ?? last), text: compact },
  { name: 'spread', value: spread },
  { name: 'basisPoints', value: (quote) => times(spread(quote), 10_000 / quote.last), text: decimals(1).plain },
  { name: 'averagePrice', value: () => trades.averagePrice },
  { name: 'pace', value: () => trades.pace, text: decimals(0).plain },
  { name: 'cap', value: ({ last }, { shares }) => times(shares || undefined, 1e6 * last), text: compact },
  { name: 'seq', value: ({ seq }) => seq, text: amount },
];

/** The statistics of one instrument: those above, and what other features know of it. */
export class Statistics {
  element = make('dl', { class: 'statistics' });
  #statistics = [...STATISTICS, ...features.statistics];
  #titles = this.#statistics.map(() => document.createTextNode(''));
  #texts = this.#statistics.map(() => document.createTextNode(NO_VALUE));

  constructor() {
    this.#texts.forEach((text, at) => {
      this.element.append(make('div', {}, make('dt', {}, this.#titles[at]), make('dd', {}, text)));
    });
    this.#name();
  }

  #name() {
    this.#statistics.forEach(({ name, recorded }, at) => {
      setText(this.#titles[at], say(`statistic.${(quotes.recorded && recorded) || name}`));
    });
  }

  /** @param {string} symbol */
  paint(symbol) {
    this.#name();
    const instrument = quotes.instrument(symbol);
    const quote = quotes.quote(symbol);
    if (!instrument || !quote) return;
    const { plain } = decimals(digits(instrument.tickSize));
    this.#statistics.forEach(({ value, text = plain }, at) => setText(this.#texts[at], text(value(quote, instrument))));
  }
}

/**
 * @param {number | undefined} value
 * @param {number} factor
 */
function times(value, factor) {
  return value === undefined ? undefined : value * factor;
}
