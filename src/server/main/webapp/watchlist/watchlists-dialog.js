// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { route } from '../core/route.js';
import { say } from '../core/words.js';
import { watchlists } from './watchlists.js';

/** The list that was deleted last, and where it was. @typedef {{name: string, at: number, putBack: () => void}} Deleted */

/** Opens the dialog in which lists are made, renamed, ordered, shared and deleted. */
export function openWatchlistsDialog() {
  const name = nameField(say('watchlist.name'), '');
  name.placeholder = say('watchlist.name');
  const form = make('form', {}, name, make('button', { type: 'submit' }, say('watchlist.create')));
  const list = make('ul');
  const { dialog, signal } = openDialog(say('watchlist.title'), form, list, make('p', { class: 'hint' }, say('watchlist.hint')));
  /** @type {Deleted | undefined} */ let deleted;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    watchlists.create(name.value.trim());
    dialog.close();
  }, { signal });
  list.addEventListener('click', ({ target }) => /** @type {Element} */ (target).closest('a') && dialog.close(), { signal });
  const show = () => {
    const entries = watchlists.all.map(([one, symbols], at) => entry(one, symbols.length, at, () => {
      deleted = { name: one, at, putBack: watchlists.remove(one) };
      show();
      list.children[at].querySelector('button')?.focus();
    }));
    if (deleted) entries.splice(deleted.at, 0, undo(deleted, () => (deleted = undefined)));
    list.replaceChildren(...entries);
  };
  watchlists.addEventListener('change', show, { signal });
  show();
}

/**
 * @param {string} name
 * @param {number} size
 * @param {number} at
 * @param {() => void} remove
 */
function entry(name, size, at, remove) {
  const field = nameField(say('watchlist.rename', { name }), name);
  const link = make('a', { href: route.href(watchlists.address(name)), 'data-route': true, 'aria-label': say('watchlist.open', { name }) }, say('watchlist.show'));
  const up = make('button', { type: 'button', 'aria-label': say('watchlist.up', { name }), disabled: at === 0 }, '↑');
  const gone = make('button', { type: 'button', 'aria-label': say('watchlist.remove', { name }) }, say('watchlist.delete'));
  field.addEventListener('change', () => {
    const other = field.value.trim();
    // A name that is empty or taken changes nothing.
    if (!other || !watchlists.rename(name, other)) field.value = name;
  });
  up.addEventListener('click', () => {
    const list = up.closest('ul');
    watchlists.moveUp(name);
    const moved = [...(list?.children ?? [])].find((one) => one.querySelector('input')?.value === name);
    /** @type {HTMLElement | null | undefined} */ (moved?.querySelector('button:enabled, input'))?.focus();
  });
  gone.addEventListener('click', remove);
  return make('li', {}, up, field, `(${size})`, link, gone);
}

/**
 * What stands in the place of a list that was deleted.
 * @param {Deleted} deleted
 * @param {() => void} done
 */
function undo({ name, putBack }, done) {
  const button = make('button', { type: 'button' }, say('watchlist.undo'));
  button.addEventListener('click', () => {
    done();
    putBack();
  });
  return make('li', {}, make('span', {}, say('watchlist.deleted', { name })), button);
}

/**
 * @param {string} label
 * @param {string} value
 */
function nameField(label, value) {
  return make('input', { type: 'text', required: true, pattern: '.*\\S.*', maxlength: '40', 'aria-label': label, value });
}
