// @ts-check
import { locale } from './words.js';

/** What stands where the wire left a value out. */
export const NO_VALUE = '–';

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const exactClock = late(() => new Intl.DateTimeFormat(locale, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23',
}));
const small = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, { notation: 'compact', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percents = signing(2, 'percent');
const units = ['second', 'minute', 'hour', 'day'].map((unit) => ({ narrow: counted(unit, 'narrow'), long: counted(unit, 'long') }));
/** @type {Map<number, ReturnType<typeof makeDecimals>>} */ const made = new Map();

/** @param {Date | number} time */
export function time(time) {
  return clock.format(time);
}

/** @param {Date | number} time told to the millisecond: a second has many trades */
export function exactTime(time) {
  return exactClock().format(time);
}

/**
 * How long, in its largest whole unit: `12s` or, long, `12 seconds`.
 * @param {number} milliseconds
 * @param {'narrow' | 'long'} [form]
 */
export function duration(milliseconds, form = 'narrow') {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return units[0][form]().format(seconds);
  if (seconds < 3600) return units[1][form]().format(Math.floor(seconds / 60));
  if (seconds < 86_400) return units[2][form]().format(Math.floor(seconds / 3600));
  return units[3][form]().format(Math.floor(seconds / 86_400));
}

/**
 * The digits behind the point that a price in steps of `tickSize` needs: the JSON number has lost its trailing zeros.
 * @param {number} tickSize
 */
export function digits(tickSize) {
  const [, fraction = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(tickSize)) ?? [];
  return Math.min(20, Math.max(0, fraction.length - Number(exponent)));
}

/**
 * Formatters of plain and of signed numbers, `+1.20` or `−1.20`; zero has no sign.
 * @param {number} count of digits behind the point
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

/** @param {number | undefined} value as the wire has it: 1.5 is one and a half percent */
export function percent(value) {
  return percents(value === undefined ? value : value / 100);
}

/** @param {number | undefined} value shares, or fractions of a coin */
export function amount(value) {
  if (value === undefined) return NO_VALUE;
  return (value < 1000 ? small : whole).format(value);
}

/** @param {number | undefined} value the same in few characters: `12.3M`, in Chinese `1234.5万` */
export function compact(value) {
  if (value === undefined) return NO_VALUE;
  return (value < 1000 ? small : short).format(value);
}

/**
 * @param {string} unit
 * @param {'narrow' | 'long'} unitDisplay
 */
function counted(unit, unitDisplay) {
  return late(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }));
}

/**
 * Made when it is first needed: most are not, before the first prices, and each takes a while.
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
  // The hyphen that some locales sign with is half as wide as the plus above and below it.
  return (/** @type {number | undefined} */ value) =>
    value === undefined ? NO_VALUE : format.format(value).replace('-', '−');
}
