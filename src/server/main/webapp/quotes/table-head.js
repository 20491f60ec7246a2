// @ts-check
import { make } from '../core/dom.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { COLUMNS } from './columns.js';
import { selection } from './selection.js';

const WORDS = new Set(['symbol', 'name']);

/**
 * The table's head: a press on a column orders by it, a second the other way, a third as the server does.
 * @param {AbortSignal} signal
 */
export function head(signal) {
  // Roles, for what is not laid out as a table is none to some screen readers.
  const row = make('tr', { role: 'row' });
  for (const one of COLUMNS) row.append(column(one));
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
function column({ name, value }) {
  const title = say(`column.${name}`);
  const content = value ? make('button', { type: 'button' }, title) : title;
  return make('th', { role: 'columnheader', scope: 'col', class: name, 'data-column': name, title: value ? false : say('column.seen') }, content);
}

/** @param {string} name */
function next(name) {
  const { column: current, descending } = selection.sort;
  const [first, second] = WORDS.has(name) ? [name, `-${name}`] : [`-${name}`, name];
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
