// @ts-check
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { companyName, quotes } from '../../quotes/quote-store.js';
import { ranking } from '../../quotes/search.js';
import { folded, symbolOf, UNSPACED } from './message-text.js';

/** @typedef {{text: string, note: string}} Choice */

const MOST = 6;
const BEGUN = new RegExp(String.raw`(?<=^|[${UNSPACED}]|[^\p{L}\p{N}_])([@＠$])([^\s@＠$]*)$`, 'u');

/** What `@` and `$` offer while somebody writes: people who are here, and symbols. The field keeps the focus. */
export class Completion {
  element = make('ul', { id: 'chat-completion', class: 'completion', role: 'listbox', hidden: true });
  #field;
  #names;
  /** @type {Choice[]} */ #choices = [];
  /** The place of the choice that a key takes; -1 for none. */ #at = 0;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {() => string[]} names of those who are here
   * @param {AbortSignal} signal
   */
  constructor(field, names, signal) {
    this.#field = field;
    this.#names = names;
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.element.id);
    field.addEventListener('blur', () => this.close(), { signal });
    for (const type of ['input', 'click']) field.addEventListener(type, () => this.#update(), { signal });
    field.addEventListener('keyup', ({ key }) => /^Arrow(Left|Right)$|^Home$|^End$/.test(key) && this.#update(), { signal });
    // The field must not lose the focus before the choice is made.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
    this.element.addEventListener('click', ({ target }) => {
      const at = [...this.element.children].indexOf(/** @type {Element} */ (/** @type {Element} */ (target).closest('li')));
      if (at >= 0) this.#take(this.#choices[at]);
    }, { signal });
  }

  get open() {
    return !this.element.hidden;
  }

  close() {
    this.element.hidden = true;
    this.#field.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was for the list */
  handle({ key, shiftKey }) {
    if (!this.open) return false;
    if (key === 'ArrowDown') this.#mark(this.#at + 1);
    else if (key === 'ArrowUp') this.#mark(Math.max(this.#at, 0) - 1);
    else if (this.#at >= 0 && (key === 'Tab' || (key === 'Enter' && !shiftKey))) this.#take(this.#choices[this.#at]);
    else if (key === 'Escape') this.close();
    else {
      if (key === 'Enter') this.close();
      return false;
    }
    return true;
  }

  #update() {
    const begun = this.#begun();
    this.#choices = begun ? this.#find(begun[1], begun[2]) : [];
    if (!this.#choices.length) return this.close();
    this.element.setAttribute('aria-label', say(begun?.[1] === '$' ? 'chat.symbols' : 'chat.people'));
    this.element.replaceChildren(...this.#choices.map(({ text, note }, at) =>
      make('li', { id: `chat-choice-${at}`, role: 'option' }, make('strong', {}, text), make('small', {}, note))));
    this.element.hidden = false;
    // Who has written a whole name means it, though another begins with it.
    if (begun && isPerson(begun[1]) && [...this.#names(), stream.visitor].some((name) => folded(name) === folded(begun[2]))) this.#choose(-1);
    else this.#mark(0);
  }

  #begun() {
    const { value, selectionStart, selectionEnd } = this.#field;
    return selectionStart === selectionEnd ? BEGUN.exec(value.slice(0, selectionStart)) : null;
  }

  /** @param {string} sign @param {string} begun @returns {Choice[]} */
  #find(sign, begun) {
    if (isPerson(sign)) {
      const wanted = begun.toLowerCase();
      return this.#names().filter((name) => name.toLowerCase().startsWith(wanted) && folded(name) !== folded(begun)).slice(0, MOST).map((text) => ({ text, note: '' }));
    }
    const rank = begun ? ranking(begun, quotes.instruments) : undefined;
    if (!rank || symbolOf(begun) || symbolOf(begun.replace(/[.,:!?]+$/, ''))) return [];
    return quotes.instruments.map((one) => ({ one, place: rank(one) })).filter(({ place }) => place < Infinity)
      .sort((one, other) => one.place - other.place).slice(0, MOST).map(({ one }) => ({ text: one.symbol, note: companyName(one) }));
  }

  /** @param {number} at */
  #choose(at) {
    this.#at = at;
    [...this.element.children].forEach((one, its) => one.setAttribute('aria-selected', String(its === at)));
    this.#field.removeAttribute('aria-activedescendant');
  }

  /** @param {number} at */
  #mark(at) {
    const { length } = this.#choices;
    this.#choose((at + length) % length);
    this.#field.setAttribute('aria-activedescendant', `chat-choice-${this.#at}`);
    this.element.children[this.#at].scrollIntoView({ block: 'nearest' });
  }

  /** @param {Choice} choice */
  #take({ text }) {
    const begun = this.#begun();
    this.close();
    if (!begun) return;
    const end = this.#field.selectionStart;
    this.#field.setRangeText(`${begun[1]}${text} `, end - begun[0].length, end, 'end');
    this.#field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Whether a sign calls a person, and no symbol. @param {string} sign */
function isPerson(sign) {
  return sign !== '$';
}
