// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { onKey } from '../core/keys.js';
import { preferences } from '../core/preferences.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';

const KEYS = [
  ['/', 'filter'], ['↑ ↓', 'move'], ['Enter', 'open'], ['Esc', 'close'], ['w', 'watch'], ['s', 'order'], ['p', 'pause'],
  ['q', 'quotes'], ['m', 'market'], ['i', 'diagnostics'], ['?', 'help'],
];

/** `<help-button></help-button>`: opens a window with all keys, and with where else to look. */
class HelpButton extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const button = make('button', { type: 'button', 'aria-label': say('help.title'), 'aria-keyshortcuts': '?' }, '?');
    button.addEventListener('click', open, { signal });
    onKey('?', open, { signal });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

function open() {
  const keys = make('dl', { class: 'keys' });
  for (const [key, what] of KEYS) keys.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, say(`help.${what}`)));
  const off = make('input', { type: 'checkbox' });
  off.checked = preferences.get('shortcuts') !== 'off';
  off.addEventListener('change', () => preferences.set('shortcuts', off.checked ? 'on' : 'off'));
  const links = make('p', {}, make('a', { href: 'example.html' }, say('help.example')), ' · ', make('a', { href: '/metrics' }, say('help.metrics')));
  openDialog(say('help.title'), keys, make('label', {}, off, say('help.shortcuts')), make('p', {}, say('help.origin')), links);
}

await loadStylesheet('help.css', import.meta.url);
customElements.define('help-button', HelpButton);
