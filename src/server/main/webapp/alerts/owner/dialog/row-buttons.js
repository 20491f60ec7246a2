// @ts-check
import { make } from '../../../core/dom.js';

/**
 * A button of a row.
 * @param {string} name its class
 * @param {string} label
 * @param {string} subject what it is about, for those who do not see the row
 * @param {() => unknown} act
 */
export function button(name, label, subject, act) {
  const made = make('button', { type: 'button', class: name, 'aria-label': `${label} ${subject}`.trim() }, label);
  made.addEventListener('click', act);
  return made;
}

/**
 * A button that asks at the first click, and acts at the second.
 * @param {string} name its class
 * @param {string} label
 * @param {string} question
 * @param {string} subject
 * @param {() => unknown} act
 */
export function sureButton(name, label, question, subject, act) {
  const made = button(name, label, subject, () => {
    if (made.textContent === question) {
      act();
      return;
    }
    made.textContent = question;
    made.setAttribute('aria-label', `${question} ${subject}`.trim());
  });
  return made;
}
