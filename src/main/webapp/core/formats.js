// @ts-check

/** What stands where the wire left a value out. */
export const NOTHING = '–';

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const small = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const percents = decimals(2);

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
 * A formatter of plain and one of signed numbers, `+1.20` or `−1.20`; neither shows a sign before zero.
 * @param {number} count of digits behind the point
 */
export function decimals(count) {
  const fixed = { minimumFractionDigits: count, maximumFractionDigits: count };
  const plain = new Intl.NumberFormat(undefined, fixed);
  const signed = new Intl.NumberFormat(undefined, { ...fixed, signDisplay: 'exceptZero' });
  return {
    /** @param {number | undefined} value */
    plain: (value) => (value === undefined ? NOTHING : plain.format(value)),
    /** @param {number | undefined} value */
    // The hyphen that some locales sign with is half as wide as the plus above and below it.
    signed: (value) => (value === undefined ? NOTHING : signed.format(value).replace('-', '−')),
  };
}

/** @param {number | undefined} value */
export function percent(value) {
  return value === undefined ? NOTHING : `${percents.signed(value)}%`;
}

/** @param {number | undefined} value shares, or fractions of a coin */
export function amount(value) {
  if (value === undefined) return NOTHING;
  return (value < 1000 ? small : whole).format(value);
}
