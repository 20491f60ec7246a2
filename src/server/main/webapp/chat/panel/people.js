// @ts-check
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { locale, say } from '../../core/words.js';

const MOST_TYPING = 2;
const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });

/** Who is in a room: a number, which opens the names; and who is writing. */
export class People {
  #label = document.createTextNode('');
  #names = make('div', { class: 'names' });
  element = make('details', { class: 'people' }, make('summary', {}, make('i'), this.#label), this.#names);
  typing = make('p', { class: 'typing' });
  #messages;

  /** @param {import('./room-messages.js').RoomMessages} messages @param {AbortSignal} signal */
  constructor(messages, signal) {
    this.#messages = messages;
    messages.addEventListener('presence', () => this.#show(), { signal });
    stream.addEventListener('visitor', () => this.#show(), { signal });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.element.contains(/** @type {Node} */ (target))) this.element.open = false;
    }, { signal });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.element.open) return;
      this.element.open = false;
      this.element.querySelector('summary')?.focus();
      event.preventDefault();
      event.stopPropagation();
    }, { signal });
    this.#show();
  }

  #show() {
    const { count, names, typing } = this.#messages.presence;
    this.element.hidden = !count;
    this.#label.data = say('chat.here', { count });
    const others = Math.max(0, count - names.length);
    const shown = names.map((name) => make('li', {}, name === stream.visitor ? say('chat.you', { name }) : name));
    if (others) shown.push(make('li', { class: 'others' }, names.length ? say('chat.othersHere', { count: others }) : say('chat.guestsHere', { count: others })));
    this.#names.replaceChildren(make('ul', {}, ...shown));
    const writing = typing.filter((name) => name !== stream.visitor);
    this.typing.textContent = !writing.length ? ''
      : writing.length > MOST_TYPING ? say('chat.typing.many') : say(`chat.typing.${writing.length === 1 ? 'one' : 'some'}`, { names: list.format(writing) });
  }
}
