// @ts-check
import { make, setText } from '../../core/dom.js';
import { paintSoon } from '../../core/painter.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { rooms } from '../owner/rooms.js';
import { dayOf, dayText } from './dates.js';
import { isOwn, MessageView } from './message-view.js';
import { outbox } from './outbox.js';
import { Reader } from './reader.js';

/** @typedef {import('./room-messages.js').Message} Message */
/** @typedef {import('./outbox.js').Pending} Pending */

// Who writes again within that time is not named again.
const TOGETHER = 300_000;
// So near to an end counts as there.
const NEAR = 48;

/** The messages of a room on the screen. It stays at the place that is read, and at the end only for those who are there. */
export class MessageList {
  #room;
  #tools;
  #none = make('p', { class: 'none' });
  #older = make('button', { type: 'button', class: 'older', hidden: true }, say('chat.older'));
  #list = make('ol');
  #log;
  #newer = make('button', { type: 'button', class: 'newer', hidden: true });
  /** @type {Map<string, MessageView>} */ #views = new Map();
  #mark = make('li', { class: 'mark' }, make('span', {}, say('chat.newMessages')));
  #reader;
  #atEnd = true;
  #opened = false;
  #arrived = 0;

  /**
   * @param {import('./room-messages.js').RoomMessages} messages
   * @param {import('./message-view.js').Tools} tools
   * @param {string} label
   * @param {AbortSignal} signal
   */
  constructor(messages, tools, label, signal) {
    this.#room = messages;
    this.#tools = tools;
    this.#log = make('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': label, tabindex: '0' }, this.#older, this.#none, this.#list);
    this.element = make('div', { class: 'messages' }, this.#log, this.#newer);
    this.#reader = new Reader(messages, () => this.#atEnd && this.#log.checkVisibility(), signal);
    messages.addEventListener('change', () => paintSoon(this), { signal });
    messages.addEventListener('arrived', (event) => this.#count(/** @type {CustomEvent} */ (event).detail), { signal });
    outbox.addEventListener('change', () => paintSoon(this), { signal });
    outbox.addEventListener('sent', (event) => this.#sent(/** @type {CustomEvent} */ (event).detail), { signal });
    rooms.addEventListener('change', () => paintSoon(this), { signal });
    this.#log.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    this.#older.addEventListener('click', () => this.#fetchOlder(), { signal });
    this.#newer.addEventListener('click', () => this.toEnd(), { signal });
    // A keyboard on the screen takes room away, and the end stays in sight.
    const sizes = new ResizeObserver(() => this.#atEnd && this.toEnd());
    sizes.observe(this.#log);
    signal.addEventListener('abort', () => sizes.disconnect());
    paintSoon(this);
  }

  /** Shows the newest message. */
  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#atEnd = true;
    this.#arrived = 0;
    this.#showNewer();
    this.#reader.read();
  }

  /** What words mean, or what the visitor may do, is known from now on. */
  forget() {
    this.#views.forEach((view) => view.forget());
    paintSoon(this);
  }

  paint() {
    const { all, state, more } = this.#room;
    if (this.#atEnd) this.#room.trim();
    const anchor = this.#atEnd ? undefined : this.#anchor();
    this.#arrange([...all, ...this.#pending()]);
    this.#older.hidden = !more;
    this.#none.hidden = state === 'ready' && (all.length > 0 || outbox.of(this.#room.room).length > 0);
    this.#none.textContent = say(state === 'ready' ? 'chat.none' : `chat.${state}`);
    if (!this.#opened && state === 'ready') this.#open();
    else if (this.#atEnd) this.toEnd();
    else if (anchor?.element.isConnected) this.#log.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
  }

  /** Those that the stream has not brought yet. */
  #pending() {
    const known = new Set(this.#room.all.filter(isOwn).map(({ id }) => id));
    return outbox.of(this.#room.room).filter(({ id }) => !known.has(id));
  }

  /** @param {(Message | Pending)[]} messages */
  #arrange(messages) {
    /** @type {HTMLElement[]} */ const wanted = [];
    const now = stream.clock.now();
    const { mark } = this.#reader;
    let marked = false;
    /** @type {(Message | Pending) | undefined} */ let before;
    const kept = new Set();
    for (const message of messages) {
      const time = Date.parse(message.time);
      const day = dayOf(time);
      const newDay = !before || dayOf(Date.parse(before.time)) !== day;
      if (newDay) wanted.push(this.#day(day, dayText(time, now)));
      /** @type {boolean} */ const first = !marked && 'seq' in message && message.seq > mark && !isOwn(message);
      if (first) wanted.push(this.#mark);
      marked ||= first;
      const key = keyOf(message);
      kept.add(key);
      const view = this.#views.get(key) ?? new MessageView(this.#tools);
      this.#views.set(key, view);
      view.show(message, newDay || first || !before || authorOf(before) !== authorOf(message) || time - Date.parse(before.time) > TOGETHER);
      wanted.push(view.element);
      before = message;
    }
    for (const key of this.#views.keys()) if (!kept.has(key)) this.#views.delete(key);
    place(this.#list, wanted);
  }

  /** @type {Map<number, HTMLElement>} */ #days = new Map();

  /** @param {number} day @param {string} text */
  #day(day, text) {
    const element = this.#days.get(day) ?? make('li', { class: 'day' }, make('span', {}, document.createTextNode('')));
    this.#days.set(day, element);
    setText(/** @type {Text} */ (element.firstChild?.firstChild), text);
    return element;
  }

  /** The uppermost message in sight; what stands between messages may move. */
  #anchor() {
    const { top: edge } = this.#log.getBoundingClientRect();
    const element = [...this.#list.querySelectorAll('.message')].find((one) => one.getBoundingClientRect().bottom > edge);
    return element && { element, top: element.getBoundingClientRect().top };
  }

  /** Where the visitor was, or at the end. */
  #open() {
    this.#opened = true;
    const { marks } = this.#reader;
    this.toEnd();
    if (!marks || this.#mark.offsetTop >= this.#log.scrollTop) return;
    this.#log.scrollTop = this.#mark.offsetTop - NEAR;
    this.#scrolled();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#log;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) this.#arrived = 0;
    this.#showNewer();
    if (this.#atEnd) this.#reader.read();
    if (scrollTop < NEAR && this.#opened) this.#fetchOlder();
  }

  #fetching = false;

  async #fetchOlder() {
    if (this.#fetching || !this.#room.more) return;
    this.#fetching = true;
    // What is fetched is above the place that is read, also if the list is short.
    this.#atEnd &&= this.#log.scrollTop > 0;
    this.#older.textContent = say('chat.loading');
    const came = await this.#room.older();
    this.#older.textContent = say(came ? 'chat.older' : 'chat.olderFailed');
    // One that failed waits for a click.
    setTimeout(() => (this.#fetching = false), came ? 0 : TOGETHER / 100);
  }

  /** @param {Message[]} messages that have come just now */
  #count(messages) {
    if (!this.#atEnd) this.#arrived += messages.filter((one) => !isOwn(one)).length;
    this.#showNewer();
  }

  #showNewer() {
    this.#newer.hidden = this.#atEnd;
    const text = this.#arrived ? say('chat.newer', { count: this.#arrived }) : say('chat.toEnd');
    if (this.#newer.textContent !== text) this.#newer.textContent = text;
  }

  /** @param {Message} message */
  #sent(message) {
    if (message.room !== this.#room.room) return;
    this.#room.take([message]);
    this.#reader.forgetMark();
  }
}

/** @param {Message | Pending} message */
function keyOf(message) {
  return 'seq' in message && !isOwn(message) ? String(message.seq) : message.id;
}

/** @param {Message | Pending} message */
function authorOf(message) {
  return 'seq' in message && !isOwn(message) ? message.author.id : '';
}

/** Puts elements into a list, and moves none that is in its place: it would lose the focus. @param {HTMLElement} list @param {HTMLElement[]} wanted */
function place(list, wanted) {
  const stays = new Set(wanted);
  for (const element of [...list.children]) if (!stays.has(/** @type {HTMLElement} */ (element))) element.remove();
  wanted.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
}
