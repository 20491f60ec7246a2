// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { features } from '../core/features.js';
import { pressed } from '../core/keys.js';
import { preferences } from '../core/preferences.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';

/** Opens the window with the keys of all features, and links to more. */
export function openHelp() {
  // The key may be pressed twice before this is loaded.
  if (document.querySelector('dialog[open]')) return;
  const keys = make('dl', { class: 'keys' });
  for (const { key, help } of features.shortcuts.filter(isOffered)) keys.append(make('dt', {}, make('kbd', {}, pressed(key))), make('dd', {}, say(help)));
  const shortcuts = make('input', { type: 'checkbox' });
  shortcuts.checked = preferences.get('shortcuts') !== 'off';
  shortcuts.addEventListener('change', () => preferences.set('shortcuts', shortcuts.checked ? 'on' : 'off'));
  const example = make('a', { href: 'example.html' }, say('help.example'));
  const metrics = make('a', { href: '/metrics' }, say('help.metrics'));
  openDialog(
    say('help.title'), keys, make('label', {}, shortcuts, say('help.shortcuts')),
    make('p', {}, say('help.origin')), make('p', {}, example, ' · ', metrics));
}

/** @param {{topic?: string}} one of a view, which may be only on some servers */
function isOffered({ topic }) {
  return !topic || stream.offers(topic);
}

await loadStylesheet('help.css', import.meta.url);
