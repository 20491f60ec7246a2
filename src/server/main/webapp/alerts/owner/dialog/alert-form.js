// @ts-check
import { make } from '../../../core/dom.js';
import { say } from '../../../core/words.js';
import { companyName, quotes } from '../../../quotes/quote-store.js';
import { alertStore } from '../alert-store.js';
import { fieldOf, problemText } from '../problems.js';
import { minutesOf, priceText } from '../sentences.js';
import { conditionFields } from './condition-fields.js';
import { field, localTime, select, showProblem, value } from './fields.js';
import { webhookField } from './webhook-field.js';

/** @typedef {import('../owner.js').Draft} Draft */

const TYPES = ['price', 'change', 'move', 'volume', 'record', 'halted', 'resumed', 'stale'];
const PAUSES = [1, 5, 15, 60, 240, 1440];
const PAUSE = 5;

/**
 * A form for a new alert, or for one that is changed. What the server says is wrong stands at its field.
 * @param {Draft} draft
 * @param {(saved?: import('../alert-store.js').Alert) => void} done called with nothing if it is left as it was
 */
export function alertForm(draft, done) {
  const symbols = make('datalist', { id: 'alert-symbols' }, ...quotes.instruments.map((one) => make('option', { value: one.symbol }, companyName(one))));
  const symbol = make('input', {
    name: 'symbol', value: draft.symbol, required: true, list: symbols.id, placeholder: say('alert.symbol.example'), readonly: Boolean(draft.id),
    autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '20',
  });
  const now = make('small', { class: 'now' });
  const type = select('type', TYPES.map((one) => [one, say(`alert.type.${one}`)]), draft.condition?.type ?? 'price');
  const conditions = make('div', { class: 'condition' });
  const repeat = select('repeat', [['once', say('alert.once')], ['always', say('alert.always')]], draft.repeat ?? 'once');
  const rest = minutesOf(draft.pause ?? '') || PAUSE;
  const rests = [...new Set([...PAUSES, rest])].sort((one, other) => one - other);
  const pause = select('pause', rests.map((minutes) => [`PT${minutes}M`, say('alert.pause', { minutes })]), `PT${rest}M`);
  const pauseField = field(say('alert.pause.label'), pause);
  const ends = make('input', { name: 'ends', type: 'datetime-local', value: draft.ends ? localTime(draft.ends) : '' });
  const note = make('input', { name: 'note', value: draft.note ?? '', maxlength: '200', autocomplete: 'off' });
  const { element: more, input: webhook } = webhookField(draft);
  const problem = make('p', { class: 'problem', role: 'alert' });
  const save = make('button', { type: 'submit' }, say(draft.id ? 'alert.save' : 'alert.create'));
  const cancel = make('button', { type: 'button', class: 'cancel' }, say('alert.cancel'));
  const form = make('form', { novalidate: true },
    symbols, field(say('alert.symbol'), symbol, now), field(say('alert.type'), type), conditions,
    field(say('alert.repeat'), repeat), pauseField, field(say('alert.ends'), ends), field(say('alert.note'), note), more, problem,
    make('p', { class: 'tools' }, save, cancel));

  // Most symbols have capitals, but those of a recording may not.
  const typed = () => {
    const text = symbol.value.trim();
    return quotes.instrument(text) ? text : text.toUpperCase();
  };
  const showNow = () => {
    const quote = quotes.quote(typed());
    now.textContent = quote ? say('alert.now', { price: priceText(quote.symbol, quote.last) }) : '';
    for (const one of conditions.querySelectorAll('[name="price"]')) one.setAttribute('step', String(quotes.instrument(typed())?.tickSize ?? 'any'));
  };
  const showPause = () => (pauseField.hidden = repeat.value === 'once');
  let condition = draft.condition;
  let chosen = false;
  const showCondition = () => {
    conditions.replaceChildren(...conditionFields(type.value, condition?.type === type.value ? condition : undefined, quotes.quote(typed())));
    condition = undefined;
    showNow();
  };
  symbol.addEventListener('input', showNow);
  type.addEventListener('change', showCondition);
  repeat.addEventListener('change', showPause);
  form.addEventListener('input', ({ target }) => {
    showProblem(/** @type {HTMLElement} */ (target), '');
    followDirection(/** @type {HTMLInputElement} */ (target));
  });
  cancel.addEventListener('click', () => done());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    problem.textContent = '';
    const empty = [...form.elements].find((one) => one instanceof HTMLInputElement && one.willValidate && !one.validity.valid && one.required && !one.value.trim());
    if (empty) return tell(/** @type {HTMLElement} */ (empty), say('alert.missing'));
    form.ariaBusy = 'true';
    const reply = draft.id ? await alertStore.change(draft.id, changes()) : await alertStore.create(wanted());
    form.ariaBusy = 'false';
    if (reply.status === 200 || reply.status === 201) return done(reply.data);
    const at = fieldOf(reply);
    const element = at ? /** @type {HTMLElement | null} */ (form.querySelector(`[name="${at}"]`)) : null;
    if (element) return tell(element, problemText(reply));
    problem.textContent = problemText(reply);
    if (reply.status === 401) problem.append(' ', signIn());
  });
  showCondition();
  showPause();
  return form;

  /** A price above the last one is risen to, unless the visitor has said otherwise. @param {HTMLInputElement} input */
  function followDirection({ name, value }) {
    const direction = /** @type {HTMLSelectElement | null} */ (conditions.querySelector('[name="direction"]'));
    const last = quotes.quote(typed())?.last;
    if (name === 'direction') chosen = true;
    if (name === 'type') chosen = false;
    if (name === 'price' && !chosen && direction && last) direction.value = Number(value) > last ? 'above' : 'below';
  }

  /** @param {HTMLElement} element @param {string} text */
  function tell(element, text) {
    const fold = element.closest('details');
    if (fold) fold.open = true;
    showProblem(element, text);
    element.focus();
  }

  function common() {
    const once = repeat.value === 'once';
    return { condition: value(type.value, conditions), repeat: repeat.value, ...(once ? {} : { pause: pause.value }) };
  }

  function wanted() {
    const end = ends.value ? { ends: new Date(ends.value).toISOString() } : {};
    const noted = note.value.trim() ? { note: note.value.trim() } : {};
    const sent = webhook.value.trim() ? { webhook: webhook.value.trim() } : {};
    return { symbol: typed(), ...common(), ...end, ...noted, ...sent };
  }

  /** Only what has changed: another condition arms an alert again. */
  function changes() {
    const all = { ...common(), ends: ends.value ? new Date(ends.value).toISOString() : '', note: note.value.trim(), webhook: webhook.value.trim() };
    const { within } = draft.condition ?? {};
    const condition = { ...draft.condition, ...(within && { within: `PT${minutesOf(within)}M` }) };
    // One that is gone is set anew.
    const known = draft.webhookGone ? undefined : draft.webhook ?? '';
    const before = { condition, repeat: draft.repeat, pause: draft.pause && `PT${rest}M`, ends: draft.ends && localTime(draft.ends) === ends.value ? all.ends : '', note: draft.note ?? '', webhook: known };
    return Object.fromEntries(Object.entries(all).filter(([name, one]) => !isSame(one, /** @type {Record<string, unknown>} */ (before)[name])));
  }

  function signIn() {
    const button = make('button', { type: 'button' }, say('alert.signIn'));
    button.addEventListener('click', () => {
      form.closest('dialog')?.close();
      document.dispatchEvent(new Event('sign-in'));
    });
    return button;
  }
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  const text = (/** @type {any} */ value) => JSON.stringify(value && typeof value === 'object' ? Object.entries(value).sort() : value);
  return text(one) === text(other);
}
