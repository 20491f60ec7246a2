// @ts-check

/** What stands where the wire left a value out. */
export const NOTHING = '–';

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const small = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const percents = signing(2, 'percent');

/** @param {Date | number} time */
export function time(time) {
  return clock.format(time);
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
  const plain = new Intl.NumberFormat(undefined, { minimumFractionDigits: count, maximumFractionDigits: count });
  return {
    /** @param {number | undefined} value */
    plain: (value) => (value === undefined ? NOTHING : plain.format(value)),
    signed: signing(count, 'decimal'),
  };
}

/** @param {number | undefined} value as the wire has it: 1.5 is one and a half percent */
export function percent(value) {
  return percents(value === undefined ? value : value / 100);
}

/** @param {number | undefined} value shares, or fractions of a coin */
export function amount(value) {
  if (value === undefined) return NOTHING;
  return (value < 1000 ? small : whole).format(value);
}

/**
 * @param {number} count
 * @param {'decimal' | 'percent'} style
 */
function signing(count, style) {
  const format = new Intl.NumberFormat(undefined, {
    style, minimumFractionDigits: count, maximumFractionDigits: count, signDisplay: 'exceptZero',
  });
  // The hyphen that some locales sign with is half as wide as the plus above and below it.
  return (/** @type {number | undefined} */ value) =>
    value === undefined ? NOTHING : format.format(value).replace('-', '−');
}
