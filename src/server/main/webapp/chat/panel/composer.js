// @ts-check
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { Completion } from './completion.js';
import { draftOf, keepDraft } from './drafts.js';
import { change, mayEdit } from './message-actions.js';
import { outbox } from './outbox.js';
import { ownRights } from './own-rights.js';
import { TypingSignal } from './typing.js';

/** @typedef {import('./room-messages.js').Message} Message */

// How many characters before the limit the count is shown.
const NEAR = 50;
// An input method has taken the key; Safari says so only in this way.
const COMPOSING = 229;

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The field to write in, with the draft of its room; for those who may not write, what they can do about it. */
export class Composer {
  element = make('div', { class: 'composer' });
  #messages;
  #toEnd;
  #field = make('textarea', { name: 'message', rows: '1', enterkeyhint: 'send', autocomplete: 'off' });
  #send = make('button', { type: 'submit', class: 'send', 'aria-label': say('chat.send'), title: say('chat.send') }, make('i'));
  #count = make('small', { class: 'count', id: 'chat-count', hidden: true });
  #problem = make('p', { class: 'problem', role: 'alert', hidden: true });
  #editing = make('p', { class: 'editing', hidden: true });
  #form;
  #offer = make('button', { type: 'button', class: 'offer' }, say('chat.signIn'));
  #late = make('p', { class: 'late' }, say('chat.late'));
  #completion;
  #typing;
  #name = '';
  /** The message that is being changed. @type {Message | undefined} */ #message;

  /**
   * @param {import('./room-messages.js').RoomMessages} messages
   * @param {string} label
   * @param {() => void} toEnd shows the newest message
   * @param {AbortSignal} signal
   */
  constructor(messages, label, toEnd, signal) {
    this.#messages = messages;
    this.#toEnd = toEnd;
    this.#field.placeholder = label;
    this.#field.setAttribute('aria-label', label);
    this.#field.setAttribute('aria-describedby', this.#count.id);
    this.#completion = new Completion(this.#field, () => this.#people(), signal);
    this.#typing = new TypingSignal(messages.room, signal);
    const cancel = make('button', { type: 'button' }, say('chat.cancel'));
    this.#editing.append(say('chat.editing'), ' ', cancel);
    this.#form = make('form', {}, this.#completion.element, this.#editing, make('div', { class: 'field' }, this.#field, this.#send), this.#count, this.#problem);
    this.element.append(this.#form, this.#offer, this.#late);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    }, { signal });
    cancel.addEventListener('click', () => this.#endEditing(), { signal });
    this.#field.addEventListener('keydown', (event) => this.#press(event), { signal });
    this.#field.addEventListener('input', () => this.#written(), { signal });
    this.#offer.addEventListener('click', () => document.dispatchEvent(new Event('sign-in')), { signal });
    stream.addEventListener('visitor', () => this.#show(), { signal });
    ownRights.addEventListener('change', () => this.#show(), { signal });
    // How long a message may be comes with the first of them.
    messages.addEventListener('limits', () => this.#changed(), { signal });
    this.#show();
  }

  focus() {
    if (!this.#form.hidden) this.#field.focus();
  }

  /** Takes back what was refused. @param {import('./outbox.js').Pending} pending */
  rewrite({ id, text }) {
    this.#endEditing();
    outbox.drop(id);
    this.#field.value = [text, this.#field.value].filter(Boolean).join('\n');
    this.#written();
  }

  /** Lets the visitor change a message. @param {Message} message */
  edit(message) {
    this.#message = message;
    this.#field.value = message.text ?? '';
    this.#editing.hidden = false;
    this.#changed();
    this.#field.focus();
    this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // Enter chooses what the input method offers, and sends nothing.
    if (event.isComposing || event.keyCode === COMPOSING) return;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (!altKey && this.#completion.handle(event)) event.preventDefault();
    else if (key === 'Enter' && !shiftKey && !altKey && !ctrlKey && !metaKey) {
      event.preventDefault();
      this.#submit();
    } else if (key === 'ArrowUp' && !this.#field.value && !this.#message) {
      const own = this.#messages.all.findLast((one) => mayEdit(one, this.#messages));
      if (!own) return;
      event.preventDefault();
      this.edit(own);
    } else if (key === 'Escape' && this.#message) {
      event.preventDefault();
      this.#endEditing();
    } else return;
    // Escape closes neither the panel nor the details.
    event.stopPropagation();
  }

  async #submit() {
    const text = this.#field.value.trim();
    if (!text || lengthOf(text) > this.#messages.limits.length || this.#form.ariaBusy === 'true') return this.#field.focus();
    this.#fail('');
    if (this.#message) return this.#change(this.#message, text);
    this.#typing.sent();
    outbox.add(this.#messages.room, text);
    this.#field.value = '';
    this.#changed();
    keepDraft(this.#name, this.#messages.room, '');
    this.#toEnd();
    this.#field.focus();
  }

  /** @param {Message} message @param {string} text */
  async #change(message, text) {
    this.#form.ariaBusy = 'true';
    const problem = text === message.text ? '' : await change(this.#messages, message, text);
    this.#form.ariaBusy = 'false';
    if (problem) this.#fail(problem);
    else if (this.#message === message) this.#endEditing();
  }

  #endEditing() {
    this.#message = undefined;
    this.#editing.hidden = true;
    this.#field.value = draftOf(this.#name, this.#messages.room);
    this.#fail('');
    this.#changed();
    this.#field.focus();
  }

  #written() {
    this.#fail('');
    this.#changed();
    if (this.#message) return;
    keepDraft(this.#name, this.#messages.room, this.#field.value);
    this.#typing.written(this.#field.value);
  }

  /** The field grows with its text; the count shows near the limit. */
  #changed() {
    const { value, style } = this.#field;
    style.height = 'auto';
    style.height = `${this.#field.scrollHeight}px`;
    const { length: limit } = this.#messages.limits;
    const from = limit - Math.min(NEAR, limit / 2);
    const count = value.length < from ? 0 : lengthOf(value.trim());
    this.#count.hidden = !count || count < from;
    this.#count.textContent = say('chat.count', { count, limit });
    this.#count.toggleAttribute('data-over', count > limit);
    this.#field.setAttribute('aria-invalid', String(count > limit));
    this.#send.setAttribute('aria-disabled', String(!value.trim() || count > limit));
  }

  /** @param {string} problem empty for none */
  #fail(problem) {
    this.#problem.textContent = problem;
    this.#problem.hidden = !problem;
  }

  #people() {
    const { presence, all } = this.#messages;
    const authors = all.toReversed().map(({ author }) => author.name);
    return [...new Set([...authors, ...presence.names])].filter((name) => name && name !== stream.visitor);
  }

  #show() {
    const known = stream.visitor !== '';
    this.#form.hidden = !ownRights.writes;
    this.#offer.hidden = known;
    this.#late.hidden = !stream.delayed;
    if (this.#name === stream.visitor) return;
    this.#name = stream.visitor;
    this.#message = undefined;
    this.#editing.hidden = true;
    this.#field.value = draftOf(this.#name, this.#messages.room);
    this.#changed();
  }
}

/** @param {string} text */
function lengthOf(text) {
  return [...characters.segment(text)].length;
}
