// @ts-check
// What only a print shows: when it was made, in the head of the page.
import { locale } from './words.js';

addEventListener('beforeprint', () => {
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' });
  const head = /** @type {HTMLElement | null} */ (document.querySelector('.bar'));
  if (head) head.dataset.printed = clock.format();
});
