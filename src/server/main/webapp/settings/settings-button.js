// @ts-check
import { openDialog } from '../core/dialog.js';
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { language, NAMES, say } from '../core/words.js';

/** @type {Record<string, string[]>} */
const CHOICES = { theme: ['auto', 'light', 'dark'], palette: ['green', 'red', 'blue'] };

/** `<settings-button></settings-button>`: opens a window with what can be chosen: colours and language. */
class SettingsButton extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const button = make('button', { type: 'button', 'aria-label': say('settings.title'), title: say('settings.title') }, '⚙');
    button.addEventListener('click', open, { signal });
    preferences.addEventListener('change', apply, { signal });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

function apply() {
  for (const [name, [first]] of Object.entries(CHOICES)) document.documentElement.dataset[name] = preferences.get(name, first);
}

function open() {
  const choices = Object.entries(CHOICES).map(([name, values]) => {
    const labels = values.map((value) => [value, say(`settings.${name}.${value}`)]);
    return choice(say(`settings.${name}`), labels, preferences.get(name, values[0]), (value) => preferences.set(name, value));
  });
  const languages = choice(say('settings.language'), Object.entries(NAMES), language, (value) => {
    preferences.set('language', value);
    // Words are put into the page once.
    location.reload();
  });
  openDialog(say('settings.title'), ...choices, languages);
}

/**
 * @param {string} title
 * @param {string[][]} values each with its label
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
function choice(title, values, chosen, choose) {
  const select = make('select', {}, ...values.map(([value, label]) => make('option', { value }, label)));
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  return make('label', { class: 'choice' }, make('span', {}, title), select);
}

customElements.define('settings-button', SettingsButton);
