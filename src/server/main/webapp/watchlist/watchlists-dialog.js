// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** Opens the dialog in which lists are made, shared and deleted. */
export function openWatchlistsDialog() {
  const name = make('input', {
    type: 'text', required: true, pattern: '.*\\S.*', maxlength: '40', 'aria-label': say('watchlist.name'), placeholder: say('watchlist.name'),
  });
  const form = make('form', {}, name, make('button', { type: 'submit' }, say('watchlist.create')));
  const list = make('ul');
  const { dialog, signal } = openDialog(say('watchlist.title'), form, list, make('p', { class: 'hint' }, say('watchlist.hint')));
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
  const link = make('a', { href: route.href(watchlists.address(name)), 'data-route': true }, `${name} (${symbols.length})`);
  const remove = make('button', { type: 'button', 'aria-label': say('watchlist.remove', { name }) }, say('watchlist.delete'));
  remove.addEventListener('click', () => watchlists.remove(name));
  return make('li', {}, link, remove);
}
