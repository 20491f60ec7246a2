// @ts-check
import { locale } from '../../core/words.js';

const dayTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });

/** @param {number} time */
export function dayAndTime(time) {
  return dayTime.format(time);
}

/** @param {string} time as the server writes it */
export function dayOf(time) {
  return day.format(new Date(time));
}
