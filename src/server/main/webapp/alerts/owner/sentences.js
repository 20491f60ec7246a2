// @ts-check
import { decimals, digits, percent } from '../../core/formats.js';
import { locale, say, sentences } from '../../core/words.js';
import { quotes } from '../../quotes/quote-store.js';

/** @typedef {import('./alert-store.js').Condition} Condition */

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const dayTime = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });

/** @param {string} symbol @param {number | undefined} price */
export function priceText(symbol, price) {
  return decimals(digits(quotes.instrument(symbol)?.tickSize ?? 0.01)).plain(price);
}

/** @param {string} time as the server writes it */
export function timeText(time) {
  return dayTime.format(new Date(time));
}

/** What an alert waits for, as a phrase. @param {string} symbol @param {Condition} condition */
export function conditionText(symbol, condition) {
  const { type, of = '', direction = '', price, percent: change = 0, within = '', times = 0 } = condition;
  switch (type) {
    case 'price': return say(`alert.price.${direction}`, { of: say(`alert.of.${of}`), price: priceText(symbol, price) });
    case 'change': return say(`alert.change.${change > 0 ? 'up' : 'down'}`, { percent: number.format(Math.abs(change)) });
    case 'move': return say(`alert.move.${direction}`, { percent: number.format(change), minutes: minutesOf(within) });
    case 'volume': return say('alert.volume', { times: number.format(times) });
    case 'record': return say(`alert.record.${of}`);
    default: return say(`alert.${type}`);
  }
}

/** @param {string} duration whole minutes or hours, as ISO 8601 writes them */
export function minutesOf(duration) {
  const [, days = 0, hours = 0, minutes = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(duration) ?? [];
  return 1440 * Number(days) + 60 * Number(hours) + Number(minutes);
}

/** What is to be said of one that has fired, beside its condition. @param {import('./alert-store.js').Firing} firing */
export function firingText({ symbol, last, changePercent, note, late }) {
  const all = [];
  if (last !== undefined) all.push(say('alert.at', { price: priceText(symbol, last), change: percent(changePercent) }));
  if (late) all.push(say('alert.late'));
  if (note) all.push(note);
  return sentences(...all);
}

/** @param {import('./alert-store.js').Firing} firing */
export function titleOf({ symbol, condition }) {
  return say('alert.title', { symbol, condition: conditionText(symbol, condition) });
}
