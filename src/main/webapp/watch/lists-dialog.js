// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { place } from '../core/place.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** Opens the window in which lists are made, shared and thrown away. */
export function listsDialog() {
  const name = make('input', {
    type: 'text', required: true, pattern: '.*\\S.*', maxlength: '40', 'aria-label': say('watch.name'), placeholder: say('watch.name'),
  });
  const form = make('form', {}, name, make('button', { type: 'submit' }, say('watch.create')));
  const list = make('ul');
  const { dialog, signal } = openDialog(say('watch.title'), form, list, make('p', { class: 'hint' }, say('watch.hint')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    watchlists.create(name.value.trim());
    dialog.close();
  }, { signal });
  list.addEventListener('click', ({ target }) => /** @type {Element} */ (target).closest('a') && dialog.close(), { signal });
  const show = () => list.replaceChildren(...watchlists.all.map(([one, symbols]) => entry(one, symbols)));
  watchlists.addEventListener('change', show, { signal });
  show();
}

/**
 * @param {string} name
 * @param {string[]} symbols
 */
function entry(name, symbols) {
  const link = make('a', { href: place.href(watchlists.address(name)), 'data-place': true }, `${name} (${symbols.length})`);
  const remove = make('button', { type: 'button', 'aria-label': say('watch.remove', { name }) }, say('watch.delete'));
  remove.addEventListener('click', () => watchlists.remove(name));
  return make('li', {}, link, remove);
}
