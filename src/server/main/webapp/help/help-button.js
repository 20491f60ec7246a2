// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { features } from '../core/features.js';
import { onKey, pressed } from '../core/keys.js';
import { preferences } from '../core/preferences.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';

/** `<help-button></help-button>`: opens a window with the keys of all features, and links to more. */
class HelpButton extends HTMLElement {
  #disconnected = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const button = make('button', { type: 'button', 'aria-label': say('help.title'), 'aria-keyshortcuts': '?' }, '?');
    button.addEventListener('click', open, { signal });
    onKey('?', open, { signal });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.#disconnected.abort();
  }
}

function open() {
  const keys = make('dl', { class: 'keys' });
  for (const { key, help } of features.shortcuts) keys.append(make('dt', {}, make('kbd', {}, pressed(key))), make('dd', {}, say(help)));
  const shortcuts = make('input', { type: 'checkbox' });
  shortcuts.checked = preferences.get('shortcuts') !== 'off';
  shortcuts.addEventListener('change', () => preferences.set('shortcuts', shortcuts.checked ? 'on' : 'off'));
  const example = make('a', { href: 'example.html' }, say('help.example'));
  const metrics = make('a', { href: '/metrics' }, say('help.metrics'));
  openDialog(
    say('help.title'), keys, make('label', {}, shortcuts, say('help.shortcuts')),
    make('p', {}, say('help.origin')), make('p', {}, example, ' · ', metrics));
}

await loadStylesheet('help.css', import.meta.url);
customElements.define('help-button', HelpButton);
