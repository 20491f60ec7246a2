// @ts-check
import { make } from '../../../core/dom.js';

let count = 0;

/**
 * A field with a label above it, and room for what is wrong with it.
 * @param {string} label
 * @param {HTMLElement} input
 * @param {...(HTMLElement | string)} beside
 */
export function field(label, input, ...beside) {
  input.id = `alert-field-${++count}`;
  const problem = make('p', { class: 'problem', id: `${input.id}-problem`, role: 'alert' });
  return make('div', { class: 'field' }, make('label', { for: input.id }, label), make('div', {}, input, ...beside), problem);
}

/** @param {HTMLElement} input in a `field` @param {string} text empty if nothing is wrong any more */
export function showProblem(input, text) {
  const problem = input.closest('.field')?.querySelector('.problem');
  if (!problem || problem.textContent === text) return;
  problem.textContent = text;
  input.toggleAttribute('aria-invalid', false);
  if (!text) return;
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', problem.id);
}

/**
 * @param {string} name
 * @param {string[][]} choices each a value and its label
 * @param {string} [chosen]
 */
export function select(name, choices, chosen) {
  return make('select', { name }, ...choices.map(([value, label]) => make('option', { value, selected: value === chosen }, label)));
}

/** @param {string} name @param {number | undefined} value @param {Record<string, string>} range */
export function number(name, value, range) {
  return make('input', { name, type: 'number', inputmode: 'decimal', required: true, value: value === undefined ? '' : String(value), autocomplete: 'off', ...range });
}

/** What has been typed into the fields of a condition. @param {string} type @param {HTMLElement} fields */
export function value(type, fields) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (fields.querySelectorAll('[name]'));
  const all = Object.fromEntries([...inputs].map((input) => [input.name, input.type === 'number' ? Number(input.value) : input.value]));
  if (type === 'move') return { type, ...all, within: `PT${all.within}M` };
  if (type !== 'change') return { type, ...all };
  const { direction, percent } = all;
  return { type, percent: direction === 'down' ? -percent : percent };
}

/** A time as a field of the browser has it. @param {string} time as the server writes it */
export function localTime(time) {
  const date = new Date(time);
  return new Date(date.getTime() - 60_000 * date.getTimezoneOffset()).toISOString().slice(0, 16);
}
