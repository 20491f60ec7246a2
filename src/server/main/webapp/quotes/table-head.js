// @ts-check
import { make } from '../core/dom.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { chosenColumns } from './columns.js';
import { selection } from './selection.js';

const ASCENDING_FIRST = new Set(['symbol', 'name']);

/**
 * The head of the table: a click on a column sorts by it, a second one sorts the other way, a third one as the server does.
 * @param {AbortSignal} signal
 */
export function tableHead(signal) {
  // With roles: some screen readers do not see a table in what is not laid out as one.
  const row = make('tr', { role: 'row' }, ...chosenColumns().map(title));
  row.addEventListener('click', ({ target }) => {
    const name = /** @type {Element} */ (target).closest('th')?.dataset.column ?? '';
    if (/** @type {Element} */ (target).closest('button')) route.replace({ sort: next(name) });
  }, { signal });
  const show = () => showOrder(row);
  selection.addEventListener('change', show, { signal });
  show();
  return make('thead', { role: 'rowgroup' }, row);
}

/** @param {import('./columns.js').Column} column */
function title({ name, value, hint }) {
  const text = say(`column.${name}`);
  const content = value ? make('button', { type: 'button' }, text) : text;
  const explained = hint !== undefined && say(hint);
  return make('th', { role: 'columnheader', scope: 'col', class: name, 'data-column': name, title: explained }, content);
}

/** @param {string} name */
function next(name) {
  const { column: current, descending } = selection.sort;
  const [first, second] = ASCENDING_FIRST.has(name) ? [name, `-${name}`] : [`-${name}`, name];
  if (current !== name) return first;
  return (descending ? `-${name}` : name) === first ? second : '';
}

/** @param {HTMLElement} row */
function showOrder(row) {
  const { column: current, descending } = selection.sort;
  for (const header of /** @type {Iterable<HTMLElement>} */ (row.children)) {
    if (header.dataset.column === current) header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else header.removeAttribute('aria-sort');
  }
}
