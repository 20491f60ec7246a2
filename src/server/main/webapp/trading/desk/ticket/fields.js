// @ts-check
import { make } from '../../../core/dom.js';

let count = 0;

/**
 * A field with a label, and room for what is wrong with it, and for what is to be known.
 * @param {string} label
 * @param {HTMLInputElement} input
 * @param {...HTMLElement} beside
 */
export function field(label, input, ...beside) {
  input.id = `order-field-${++count}`;
  const problem = make('p', { class: 'problem', id: `${input.id}-problem`, role: 'alert' });
  return make('div', { class: 'field' }, make('label', { for: input.id }, label), make('div', {}, input, ...beside), problem);
}

/** @param {HTMLElement} input in a `field` @param {string} text empty if nothing is wrong any more */
export function showProblem(input, text) {
  const problem = input.closest('.field')?.querySelector('.problem');
  if (!problem || problem.textContent === text) return;
  problem.textContent = text;
  input.removeAttribute('aria-invalid');
  input.removeAttribute('aria-describedby');
  if (!text) return;
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', problem.id);
}

/** A number that is typed, or stepped by the arrow keys. @param {string} name @param {Record<string, string>} attributes */
export function number(name, attributes) {
  return make('input', { name, type: 'number', autocomplete: 'off', enterkeyhint: 'send', ...attributes });
}

/**
 * A choice of few, all of which are seen.
 * @param {string} legend
 * @param {string} name
 * @param {[value: string, label: string][]} choices the first is chosen
 */
export function choice(legend, name, choices) {
  const radios = choices.map(([value, label], at) => {
    const radio = make('input', { type: 'radio', name, value, checked: at === 0 });
    return make('label', {}, radio, make('span', {}, label));
  });
  return make('fieldset', { class: 'choice-of' }, make('legend', {}, legend), make('div', {}, ...radios));
}

/** What is chosen. @param {HTMLElement} fieldset */
export function chosen(fieldset) {
  return /** @type {HTMLInputElement | null} */ (fieldset.querySelector('input:checked'))?.value ?? '';
}

/** @param {HTMLElement} fieldset @param {string} value */
export function choose(fieldset, value) {
  for (const radio of fieldset.querySelectorAll('input')) radio.checked = radio.value === value;
}
