// @ts-check
import { language, locale } from '../../core/words.js';

const minutes = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });
const near = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const far = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const DAY = 86_400_000;
const NEAR_DAYS = 90;

/** Hours and minutes where the visitor is. @param {number} time */
export function minute(time) {
  return minutes.format(time);
}

/** @param {number} time */
export function dayAndTime(time) {
  return whole.format(time);
}

/** The number of a day where the visitor is. @param {number} time */
export function dayOf(time) {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}

/** A day in words: `Today`, or its date. @param {number} time @param {number} now */
export function dayText(time, now) {
  const ago = dayOf(now) - dayOf(time);
  if (ago > 1 || ago < 0) return (ago < NEAR_DAYS ? near : far).format(time);
  const word = relative.format(-ago, 'day');
  return language === 'en' ? `${word[0].toUpperCase()}${word.slice(1)}` : word;
}
