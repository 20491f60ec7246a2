// @ts-check
import { marketZone } from './market-zone.js';
import { language, locale } from './words.js';

/** Stands for a value that the server left out. */
export const NO_VALUE = '–';

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const exactClock = inMarketZone({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' });
const day = late(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
const small = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 });
const four = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
const FINEST = 1e-4;
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, { notation: 'compact', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percents = signing(2, 'percent');
const units = ['second', 'minute', 'hour', 'day'].map((unit) => ({
  // `6 秒`, not `6 秒钟`.
  narrow: counted(unit, 'narrow'), long: counted(unit, language === 'zh' ? 'short' : 'long'),
}));
/** @type {Map<number, ReturnType<typeof makeDecimals>>} */ const made = new Map();

/** @param {Date | number} time */
export function time(time) {
  return clock.format(time);
}

/** @param {string} date such as `2013-11-25` */
export function date(date) {
  return day().format(new Date(date));
}

/** @param {Date | number} time of a trade, written to the millisecond, because a second has many */
export function exactTime(time) {
  return exactClock(time);
}

/**
 * Writes times in the zone that the visitor wants for those of the market.
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {(time: Date | number) => string}
 */
export function inMarketZone(options) {
  /** @type {Intl.DateTimeFormat | undefined} */ let format;
  let zone = '';
  return (time) => {
    if (zone !== marketZone.name) format = undefined;
    zone = marketZone.name;
    format ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: zone || undefined });
    return format.format(time);
  };
}

/**
 * A duration in its largest whole unit: `12s` or, long, `12 seconds`.
 * @param {number} milliseconds
 * @param {'narrow' | 'long'} [form]
 */
export function duration(milliseconds, form = 'narrow') {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const unit = [60, 3600, 86_400].filter((least) => seconds >= least).length;
  const text = units[unit][form]().format(Math.floor(seconds / [1, 60, 3600, 86_400][unit]));
  // A sentence has a space between a number and Chinese.
  return form === 'long' ? text.replace(/(\d)(?=\p{Script=Han})/u, '$1 ') : text;
}

/**
 * The number of decimals of a price with this tick size: the JSON number itself has lost its trailing zeros.
 * @param {number} tickSize
 */
export function digits(tickSize) {
  const [, fraction = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(tickSize)) ?? [];
  return Math.min(20, Math.max(0, fraction.length - Number(exponent)));
}

/**
 * Formatters of plain and of signed numbers, `+1.20` or `−1.20`; zero has no sign.
 * @param {number} count of decimals
 */
export function decimals(count) {
  const known = made.get(count) ?? makeDecimals(count);
  made.set(count, known);
  return known;
}

/** @param {number} count */
function makeDecimals(count) {
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
  return {
    /** @param {number | undefined} value */
    plain: (value) => (value === undefined ? NO_VALUE : plain.format(value)),
    signed: signing(count, 'decimal'),
  };
}

/** @param {number | undefined} value as the server sends it: 1.5 is one and a half percent */
export function percent(value) {
  return percents(value === undefined ? value : value / 100);
}

/** @param {number | undefined} value shares, or fractions of a coin */
export function amount(value) {
  if (value === undefined) return NO_VALUE;
  return (value < 1000 ? small : whole).format(value);
}

/** @param {number | undefined} value as few characters: `12.3M`, in Chinese `1234.5万` */
export function compact(value) {
  if (value === undefined) return NO_VALUE;
  if (value > 0 && value < FINEST) return `<${four.format(FINEST)}`;
  return (value < 1000 ? four : short).format(value);
}

/**
 * @param {string} unit
 * @param {'narrow' | 'long'} unitDisplay
 */
function counted(unit, unitDisplay) {
  return late(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }));
}

/**
 * Makes a formatter when it is first needed: each takes a while, and most are not needed for the first prices.
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function late(make) {
  /** @type {T | undefined} */ let made;
  return () => (made ??= make());
}

/**
 * @param {number} count
 * @param {'decimal' | 'percent'} style
 */
function signing(count, style) {
  const format = new Intl.NumberFormat(locale, {
    style, minimumFractionDigits: count, maximumFractionDigits: count, signDisplay: 'exceptZero',
  });
  // Some locales use a hyphen, which is only half as wide as a plus.
  return (/** @type {number | undefined} */ value) =>
    value === undefined ? NO_VALUE : format.format(value).replace('-', '−');
}
