// @ts-check
import { make } from '../../core/dom.js';
import { say } from '../../core/words.js';

let fields = 0;

/**
 * A field with a label above it.
 * @param {string} label
 * @param {string} name
 * @param {Record<string, string | boolean>} attributes
 * @param {...HTMLElement} beside what stands beside the field
 */
export function field(label, name, attributes, ...beside) {
  const input = make('input', { id: `account-field-${++fields}`, name, required: true, type: 'text', ...attributes });
  return make('div', { class: 'field' }, make('label', { for: input.id }, label), make('div', {}, input, ...beside));
}

/**
 * The name of an account.
 * @param {Record<string, string | boolean>} [attributes]
 */
export function nameField(attributes) {
  return field(say('account.name'), 'username', {
    autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: '64', ...attributes,
  });
}

/**
 * A password, with a button that shows it.
 * @param {string} label
 * @param {'current-password' | 'new-password'} kind as password managers know it
 * @param {Record<string, string | boolean>} [attributes]
 */
export function passwordField(label, kind, attributes) {
  const show = make('button', { type: 'button', 'aria-pressed': 'false', 'aria-label': say('account.showThe', { label }) }, say('account.show'));
  const whole = field(label, kind, { type: 'password', autocomplete: kind, maxlength: '512', ...attributes }, show);
  const input = /** @type {HTMLInputElement} */ (whole.querySelector('input'));
  show.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(shown));
  });
  return whole;
}

/**
 * What has been typed.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function typed(form, name) {
  return String(new FormData(form).get(name) ?? '');
}

/**
 * A form that asks the server for something, one time after the other; and says in words what is wrong.
 * @param {string} label of its button
 * @param {Node[]} content
 * @param {(form: HTMLFormElement) => Promise<string>} submit returns what is wrong; empty if nothing is
 */
export function sendingForm(label, content, submit) {
  const problem = make('p', { class: 'problem', role: 'alert' });
  const button = make('button', { type: 'submit' }, label);
  const form = make('form', {}, ...content, problem, button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    // Not disabled: the keyboard would lose its place.
    form.ariaBusy = 'true';
    problem.textContent = '';
    button.textContent = say('account.busy');
    try {
      problem.textContent = await submit(form);
    } finally {
      form.ariaBusy = 'false';
      button.textContent = label;
    }
  });
  return form;
}
