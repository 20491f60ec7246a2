// @ts-check
import { make } from '../../core/dom.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { dayAndTime, minute } from './dates.js';
import { runsOf } from './message-text.js';
import { outbox } from './outbox.js';
import { isOwn } from './own-author.js';
import { problemText } from './problem-text.js';

/** @typedef {import('./room-messages.js').Message} Message */
/** @typedef {import('./outbox.js').Pending} Pending */
/** @typedef {{menu: (message: Message, button: HTMLElement) => void, canChange: (message: Message) => boolean, link: (symbol: string, text: string) => Node, rewrite: (pending: Pending) => void}} Tools */

const COLOURS = 6;
const BAD_REQUEST = 400;

/** Who has written a message. @param {Message} message */
export function authorName({ author }) {
  return author.name || say('chat.formerMember');
}

/** A message in the list; nothing of it is ever taken for markup. */
export class MessageView {
  element = make('li', { class: 'message' });
  /** What of it is shown. @type {unknown[]} */ #shown = [];
  #tools;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
  }

  /** Makes it anew if anything of it is different. @param {Message | Pending} message @param {boolean} head whether it says who wrote it */
  show(message, head) {
    const isSent = 'seq' in message;
    const changeable = isSent && this.#tools.canChange(message);
    const shown = [...(isSent ? [message.revision, isOwn(message)] : [message.state, message.reply]), head, stream.visitor, changeable];
    if (shown.length === this.#shown.length && shown.every((one, at) => one === this.#shown[at])) return;
    this.#shown = shown;
    const focused = this.element.contains(document.activeElement);
    const { element } = this;
    element.toggleAttribute('data-head', head);
    element.replaceChildren(...(isSent ? this.#sent(message, changeable) : this.#pending(message)));
    if (focused) element.querySelector('button')?.focus();
  }

  /** Forgets how it looked: what words mean may be known only now. */
  forget() {
    this.#shown = [];
  }

  /** @param {Message} message @param {boolean} changeable */
  #sent(message, changeable) {
    const { author, text, time, edited, deleted, mentions = [] } = message;
    const { element } = this;
    element.dataset.state = deleted ? 'deleted' : 'sent';
    element.toggleAttribute('data-own', isOwn(message));
    element.toggleAttribute('data-mentions-you', stream.visitor !== '' && mentions.includes(stream.visitor));
    const body = make('p', { class: 'text' });
    if (deleted) body.append(say(`chat.deleted.${deleted === 'moderator' ? 'moderator' : 'author'}`));
    else body.append(...this.#nodes(text ?? '', mentions));
    if (edited && !deleted) body.append(' ', make('small', { title: dayAndTime(Date.parse(edited)) }, say('chat.edited')));
    /** @type {HTMLElement[]} */ const parts = [...this.#head(authorName(message), author.id, time), body];
    if (changeable) parts.push(this.#menuButton(message));
    return parts;
  }

  /** @param {Pending} message */
  #pending(message) {
    const { text, time, state, reply } = message;
    this.element.dataset.state = state;
    this.element.toggleAttribute('data-own', true);
    const parts = [...this.#head(stream.visitor, '', time), make('p', { class: 'text' }, ...this.#nodes(text, []))];
    const drop = make('button', { type: 'button' }, say('chat.drop'));
    drop.addEventListener('click', () => outbox.drop(message.id));
    if (state !== 'failed') return [...parts, make('small', { class: 'state' }, say('chat.sending'), ...(reply ? [' ', drop] : []))];
    // What is too long never comes to fit by itself.
    const wrong = reply?.status === BAD_REQUEST;
    const again = make('button', { type: 'button' }, say(wrong ? 'chat.edit' : 'chat.tryAgain'));
    again.addEventListener('click', () => (wrong ? this.#tools.rewrite(message) : outbox.again(message)));
    const problem = make('span', {}, `${say('chat.notSent')} ${reply ? problemText(reply) : ''}`);
    return [...parts, make('div', { class: 'failure', role: 'alert' }, problem, again, drop)];
  }

  /** Those who hear the page hear of each message who wrote it. @param {string} name @param {string} id @param {string} time */
  #head(name, id, time) {
    const at = Date.parse(time);
    const when = make('time', { datetime: time, title: dayAndTime(at) }, minute(at));
    const author = make('strong', { 'data-colour': String(colourOf(id || name)) }, name);
    return [make('div', { class: 'head' }, author, ' ', when)];
  }

  /** @param {string} text @param {string[]} mentions */
  #nodes(text, mentions) {
    return runsOf(text, mentions).map((run) => {
      if (run.kind === 'symbol') return this.#tools.link(run.text, `$${run.text}`);
      return run.kind === 'mention' ? make('mark', {}, run.text) : run.text;
    });
  }

  /** @param {Message} message */
  #menuButton(message) {
    const label = say('chat.more', { name: authorName(message), time: minute(Date.parse(message.time)) });
    const button = make('button', { type: 'button', class: 'more', 'aria-label': label, 'aria-haspopup': 'menu' }, '⋯');
    button.addEventListener('click', () => this.#tools.menu(message, button));
    return button;
  }
}

/** @param {string} id */
function colourOf(id) {
  return [...id].reduce((sum, one) => (31 * sum + (one.codePointAt(0) ?? 0)) % 997, 0) % COLOURS;
}
