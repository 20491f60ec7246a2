// @ts-check
import { make } from '../../../core/dom.js';
import { route } from '../../../core/route.js';
import { say } from '../../../core/words.js';

/** Tabs, one of which is chosen: the address says which. The arrow keys go from one to the next. */
export class Tabs {
  element;
  /** @type {Map<string, {button: HTMLButtonElement, panel: HTMLElement}>} */ #all = new Map();
  /** @type {Set<string>} */ #out = new Set();
  #wanted = '';

  /** @param {string} label @param {[name: string, panel: HTMLElement][]} panels */
  constructor(label, panels) {
    this.element = make('div', { class: 'tabs', role: 'tablist', 'aria-label': label });
    for (const [name, panel] of panels) {
      const button = make('button', { type: 'button', role: 'tab', id: `floor-tab-${name}`, 'aria-controls': `floor-${name}` }, say(`floor.${name}`));
      panel.id = `floor-${name}`;
      this.#all.set(name, { button, panel });
      button.addEventListener('click', () => route.replace({ tab: name }));
      this.element.append(button);
    }
    this.element.addEventListener('keydown', (event) => this.#move(event));
    this.#show();
  }

  /** @param {string} name empty for the first */
  choose(name) {
    this.#wanted = name;
    this.#show();
  }

  /** Leaves one out, because it stands elsewhere, or there is nothing in it. @param {string} name @param {boolean} out */
  leaveOut(name, out) {
    if (out === this.#out.has(name)) return;
    if (out) this.#out.add(name);
    else this.#out.delete(name);
    this.#show();
  }

  /** @param {Record<string, number | undefined>} counts shown beside the names */
  name(counts) {
    for (const [name, count] of Object.entries(counts)) {
      const { button } = /** @type {{button: HTMLButtonElement}} */ (this.#all.get(name));
      const text = count ? say('floor.tab', { name: say(`floor.${name}`), count }) : say(`floor.${name}`);
      if (button.textContent !== text) button.textContent = text;
    }
  }

  #show() {
    const names = [...this.#all.keys()].filter((name) => !this.#out.has(name));
    const chosen = names.includes(this.#wanted) ? this.#wanted : names[0];
    this.element.hidden = names.length < 2;
    for (const [name, { button, panel }] of this.#all) {
      const out = this.#out.has(name);
      button.hidden = out;
      button.setAttribute('aria-selected', String(name === chosen));
      button.tabIndex = name === chosen ? 0 : -1;
      panel.toggleAttribute('data-left', name !== chosen && !out);
      panel.toggleAttribute('data-out', out);
      if (out || names.length < 2) {
        panel.removeAttribute('role');
        panel.removeAttribute('aria-labelledby');
      } else {
        panel.setAttribute('role', 'tabpanel');
        panel.setAttribute('aria-labelledby', button.id);
      }
    }
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const buttons = [...this.#all.values()].map(({ button }) => button).filter(({ hidden }) => !hidden);
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const button = buttons.at(to % buttons.length);
    button?.focus();
    button?.click();
  }
}
