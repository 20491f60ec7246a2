// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { say } from '../core/words.js';
import { chooseColumns, chosenColumns, COLUMNS } from './columns.js';

/** Opens a window in which the visitor chooses the columns of the table and their order. */
export function openColumns() {
  const list = make('ul', { class: 'columns-list' });
  const standard = make('button', { type: 'button' }, say('columns.default'));
  const show = () => {
    const chosen = chosenColumns().slice(1);
    const others = COLUMNS.slice(1).filter((one) => !chosen.includes(one));
    list.replaceChildren(...chosen.map(({ name }) => item(name, true)), ...others.map(({ name }) => item(name, false)));
  };
  // After the table, which arranges its columns when the choice changes.
  const choose = (/** @type {string[]} */ names) => {
    chooseColumns(names);
    show();
  };
  const names = () => chosenColumns().slice(1).map(({ name }) => name);
  const { signal } = openDialog(say('columns.title'), make('p', { class: 'hint' }, say('columns.hint')), list, make('div', {}, standard));
  list.addEventListener('change', ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    const left = names().filter((name) => name !== value);
    // A table of symbols alone would be no table.
    if (checked || left.length) choose(checked ? [...left, value] : left);
    else show();
    focus(list, `input[value="${value}"]`);
  }, { signal });
  list.addEventListener('click', ({ target }) => {
    const { name = '', by = '' } = /** @type {HTMLElement} */ (target).dataset;
    if (!name) return;
    const order = names();
    const at = order.indexOf(name);
    order.splice(Math.max(0, at + Number(by)), 0, ...order.splice(at, 1));
    choose(order);
    focus(list, `[data-name="${name}"][data-by="${by}"]:enabled`) || focus(list, `[data-name="${name}"]:enabled`);
  }, { signal });
  standard.addEventListener('click', () => choose([]), { signal });
  show();

  /**
   * @param {string} name
   * @param {boolean} checked
   */
  function item(name, checked) {
    const column = say(`column.${name}`);
    const at = names().indexOf(name);
    const move = (/** @type {string} */ by, /** @type {string} */ arrow, /** @type {string} */ label, /** @type {boolean} */ disabled) =>
      make('button', { type: 'button', 'data-name': name, 'data-by': by, 'aria-label': label, disabled }, arrow);
    const moves = checked
      ? [move('-1', '←', say('columns.forward', { column }), at === 0), move('1', '→', say('columns.back', { column }), at === names().length - 1)]
      : [];
    return make('li', {}, make('label', {}, make('input', { type: 'checkbox', value: name, checked }), column), ...moves);
  }
}

/**
 * @param {HTMLElement} list
 * @param {string} selector
 * @returns {boolean} whether there is such an element
 */
function focus(list, selector) {
  const found = /** @type {HTMLElement | null} */ (list.querySelector(selector));
  found?.focus();
  return found !== null;
}
