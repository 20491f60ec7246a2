// @ts-check
import { make, setText } from '../../core/dom.js';
import { paintSoon } from '../../core/painter.js';
import { stream } from '../../core/stream.js';
import { say } from '../../core/words.js';
import { rooms } from '../owner/rooms.js';
import { dayOf, dayText } from './dates.js';
import { MessageView } from './message-view.js';
import { outbox } from './outbox.js';
import { isOwn } from './own-author.js';
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
  #opened = false;
  /** The number of the newest message when the end was left, and how many of those behind it are the visitor's. */ #left = 0;
  #own = 0;
  /** The messages, as they stand in the list. @type {HTMLElement[]} */ #shown = [];

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
    this.#reader = new Reader(messages, () => !messages.reading && this.#log.checkVisibility(), signal);
    messages.addEventListener('change', () => paintSoon(this), { signal });
    messages.addEventListener('arrived', (event) => this.#count(/** @type {CustomEvent} */ (event).detail), { signal });
    outbox.addEventListener('change', () => paintSoon(this), { signal });
    outbox.addEventListener('sent', (event) => this.#sent(/** @type {CustomEvent} */ (event).detail), { signal });
    rooms.addEventListener('change', () => paintSoon(this), { signal });
    this.#log.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    this.#older.addEventListener('click', () => this.#fetchOlder(), { signal });
    this.#newer.addEventListener('click', () => this.toEnd(), { signal });
    // A keyboard on the screen takes room away, and the end stays in sight.
    const sizes = new ResizeObserver(() => !messages.reading && this.#scrollToEnd());
    sizes.observe(this.#log);
    signal.addEventListener('abort', () => sizes.disconnect());
    paintSoon(this);
  }

  /** Shows the newest message. */
  toEnd() {
    this.#room.toNewest();
    this.#scrollToEnd();
  }

  #scrollToEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#arriveAtEnd();
  }

  #arriveAtEnd() {
    this.#left = this.#room.newest;
    this.#own = 0;
    this.#showNewer();
    this.#reader.read();
  }

  /** What words mean, or what the visitor may do, is known from now on. */
  forget() {
    this.#views.forEach((view) => view.forget());
    paintSoon(this);
  }

  paint() {
    if (!this.#room.reading) this.#room.trim();
    const { all, state, more, reading } = this.#room;
    const anchor = reading ? this.#anchor() : undefined;
    this.#arrange([...all, ...this.#pending()]);
    this.#older.hidden = !more;
    this.#none.hidden = state === 'ready' && (all.length > 0 || outbox.of(this.#room.room).length > 0);
    this.#none.textContent = say(state === 'ready' ? 'chat.none' : `chat.${state}`);
    if (!this.#opened && state === 'ready') this.#open();
    else if (!reading) this.#scrollToEnd();
    else if (anchor?.element.isConnected) this.#log.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
  }

  /** Those that the stream has not brought yet. */
  #pending() {
    const pending = outbox.of(this.#room.room);
    if (!pending.length) return [];
    const known = new Set(this.#room.all.filter(isOwn).map(({ id }) => id));
    return pending.filter(({ id }) => !known.has(id));
  }

  /** @param {(Message | Pending)[]} messages */
  #arrange(messages) {
    /** @type {HTMLElement[]} */ const wanted = [];
    const now = stream.clock.now();
    const { mark } = this.#reader;
    let marked = false;
    /** @type {(Message | Pending) | undefined} */ let before;
    let timeBefore = 0;
    let dayBefore = NaN;
    this.#shown = [];
    const kept = new Set();
    for (const message of messages) {
      const time = Date.parse(message.time);
      const day = dayOf(time);
      const newDay = day !== dayBefore;
      if (newDay) wanted.push(this.#day(day, dayText(time, now)));
      /** @type {boolean} */ const first = !marked && 'seq' in message && message.seq > mark && !isOwn(message);
      if (first) wanted.push(this.#mark);
      marked ||= first;
      const key = keyOf(message);
      kept.add(key);
      const view = this.#views.get(key) ?? new MessageView(this.#tools);
      this.#views.set(key, view);
      view.show(message, newDay || first || !before || authorOf(before) !== authorOf(message) || time - timeBefore > TOGETHER);
      wanted.push(view.element);
      this.#shown.push(view.element);
      [before, timeBefore, dayBefore] = [message, time, day];
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
    let [from, to] = [0, this.#shown.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#shown[middle].getBoundingClientRect().bottom > edge) to = middle;
      else from = middle + 1;
    }
    const element = this.#shown.at(from);
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
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    if (near && this.#room.held) this.#fetchNewer();
    else this.#room.reading = !near;
    if (this.#room.reading) this.#showNewer();
    else this.#arriveAtEnd();
    if (scrollTop < NEAR && this.#opened) this.#fetchOlder();
  }

  #fetching = false;

  async #fetchOlder() {
    if (this.#fetching || !this.#room.more) return;
    this.#fetching = true;
    // What is fetched is above the place that is read, also if the list is short.
    this.#room.reading ||= this.#log.scrollTop <= 0;
    this.#older.textContent = say('chat.loading');
    const came = await this.#room.older();
    this.#older.textContent = say(came ? 'chat.older' : 'chat.olderFailed');
    this.#fetched(came);
  }

  async #fetchNewer() {
    if (this.#fetching) return;
    this.#fetching = true;
    this.#fetched(await this.#room.newer());
  }

  /** @param {boolean} came one that failed waits for a click, or some seconds */
  #fetched(came) {
    setTimeout(() => (this.#fetching = false), came ? 0 : TOGETHER / 100);
  }

  /** @param {Message[]} messages that have come just now */
  #count(messages) {
    this.#own += messages.filter(isOwn).length;
    this.#showNewer();
  }

  #showNewer() {
    this.#newer.hidden = !this.#room.reading;
    const count = this.#room.newest - this.#left - this.#own;
    const text = count > 0 ? say('chat.newer', { count }) : say('chat.toEnd');
    if (this.#newer.textContent !== text) this.#newer.textContent = text;
  }

  /** @param {Message} message */
  #sent(message) {
    if (message.room !== this.#room.room) return;
    this.#room.take(message);
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
