// @ts-check
import { milliseconds } from '../../core/heartbeat-monitor.js';
import { Loader } from '../../core/retry.js';
import { stream } from '../../core/stream.js';
import { isBehindHole, RoomPages } from './room-pages.js';

/**
 * As the server sends it. Of two with one number, that with the higher revision counts.
 * @typedef {object} Message
 * @property {string} id made by the author's page
 * @property {string} room
 * @property {number} seq 1, 2, 3, … in its room
 * @property {number} revision
 * @property {{id: string, name: string}} author whose name is empty if the account is gone
 * @property {string} [text] missing of one that was deleted
 * @property {string[]} [mentions]
 * @property {string} time
 * @property {string} [edited]
 * @property {'author' | 'moderator'} [deleted]
 */
/** @typedef {{count: number, names: string[], typing: string[]}} Presence */

// Of more than these, those that are farthest from what is read are dropped: a page lays all of them out.
const MOST = 400;

/**
 * The messages of one room, without a hole: from the newest back to the oldest that was wanted, or those around the place that
 * somebody reads. Fires `change`, `limits`, `presence`, and `arrived`, whose detail is a list of messages that have come just now.
 */
export class RoomMessages extends EventTarget {
  /** Sorted by their numbers. @type {Message[]} */ all = [];
  /** @type {Presence} */ presence = { count: 0, names: [], typing: [] };
  /** Whether there are older ones. */ more = false;
  /** The number of the newest that there is, as far as that is known. */ newest = 0;
  /** Whether somebody reads further up: then what is there stays. */ reading = false;
  /** How many characters a message may have, and for how many milliseconds it can be changed; the server's, once that is known. */
  limits = { length: Infinity, edit: 0 };
  /** @type {'loading' | 'ready' | 'failed'} */ state = 'loading';
  #pages;
  #signal;
  #loader;
  #whole = false;
  #asking = false;
  /** What the stream has brought and can't be added yet, since something before it is being fetched. @type {Message[]} */ #early = [];

  /** @param {string} room @param {AbortSignal} signal */
  constructor(room, signal) {
    super();
    this.room = room;
    this.#pages = new RoomPages(room, signal);
    this.#signal = signal;
    let whole = false;
    let after = -1;
    const ask = () => {
      this.#asking = true;
      whole = this.#whole;
      this.#whole = false;
      const [first] = this.all;
      after = !this.reading || !first ? -1 : whole ? first.seq - 1 : this.last;
      if (after >= 0) return this.#pages.between(after + 1, first.seq + MOST - 1);
      return whole ? this.#pages.newestSince(this.all) : this.#pages.newest();
    };
    this.#loader = new Loader(ask, ({ status, data }) => {
      this.#asking = false;
      if (status === 200) return this.#receive(data, after);
      this.#whole ||= whole;
      this.#fail();
    }, signal);
    const name = `chat?room=${encodeURIComponent(room)}`;
    const leave = [stream.subscribe(name, (message) => this.take(message))];
    if (stream.offers('presence')) leave.push(stream.subscribe(`presence?room=${encodeURIComponent(room)}`, (one) => this.#meet(one)));
    // It is there as soon as the stream brings the room: so nothing falls between the first page and the stream.
    if (stream.offers('room')) leave.push(stream.subscribe('room', (one) => one.room === room && this.#hear(one.last)));
    signal.addEventListener('abort', () => leave.forEach((one) => one()));
    stream.addEventListener('start', () => {
      if (!this.#loader.owed && stream.start.resume === 'resumed') return;
      this.#whole = true;
      this.#loader.again();
    }, { signal });
    stream.addEventListener('gap', () => stream.gaps.includes(name) && this.load(true), { signal });
    this.load();
  }

  /** The number of the newest; 0 if there is none. */
  get last() {
    return this.all.at(-1)?.seq ?? 0;
  }

  /** Whether there are newer ones, which are left out because somebody reads. */
  get held() {
    return this.reading && this.last < this.newest;
  }

  /** Whether no newer ones are added. */
  get #isFull() {
    return this.reading && this.all.length >= MOST;
  }

  /**
   * Fetches what is new; asks once more if somebody wants it while it is under way.
   * @param {boolean} [whole] also among all that are there: what has become of them may have been missed
   */
  load(whole = false) {
    this.#whole ||= whole;
    this.#loader.load();
  }

  /** Fetches the page before the oldest. @returns {Promise<boolean>} whether it came */
  async older() {
    const before = this.all[0]?.seq;
    if (!this.more || before === undefined) return true;
    const { status, data } = await this.#pages.before(before);
    // In between, the list may have begun anew.
    if (this.#signal.aborted || this.all[0]?.seq !== before) return true;
    if (status !== 200) return false;
    this.more = data.previous !== undefined;
    this.#put(data.messages);
    if (this.reading) this.all = this.all.slice(0, MOST);
    return true;
  }

  /** Fetches the page after the last that is here. @returns {Promise<boolean>} whether it came */
  async newer() {
    const { last } = this;
    const { status, data } = await this.#pages.after(last);
    if (this.#signal.aborted || this.last !== last) return true;
    if (status !== 200) return false;
    this.newest = data.messages.length ? Math.max(this.newest, data.last) : last;
    this.#put(data.messages);
    this.#keep(MOST);
    return true;
  }

  /** Brings the newest: nobody reads further up any more. */
  toNewest() {
    this.reading = false;
    if (this.last < this.newest) this.load();
  }

  /** Takes in what the stream has brought, or the visitor has written or changed. @param {Message} message */
  take(message) {
    const { last } = this;
    const { seq } = message;
    const isNew = seq > (this.#isFull ? Math.max(last, this.newest) : last);
    // One that was changed long ago and is not there stays away.
    if (this.state === 'ready' && seq < (this.all[0]?.seq ?? 0)) return;
    this.newest = Math.max(this.newest, seq);
    if (this.state !== 'ready' || (seq > last + 1 && !this.#isFull)) return this.#wait(message);
    if (seq <= last || !this.#isFull) this.#put([message]);
    if (isNew) this.#tell([message]);
  }

  /** Keeps one back until what is before it is there, which is fetched. @param {Message} message */
  #wait(message) {
    this.#early.push(message);
    if (this.#early.length > MOST) this.#early.shift();
    if (!this.#asking) this.load();
  }

  /** Puts messages in their places. @param {Message[]} messages */
  #put(messages) {
    for (const { author: { id, name = '' }, ...rest } of messages) {
      const one = { ...rest, author: { id, name } };
      const at = this.all.findLastIndex(({ seq }) => seq <= one.seq);
      if (this.all[at]?.seq !== one.seq) this.all.splice(at + 1, 0, one);
      else if (this.all[at].revision < one.revision) this.all[at] = one;
    }
    this.#changed();
  }

  /** Forgets the oldest of too many. */
  trim() {
    if (this.all.length > MOST) this.#keep(MOST / 2);
  }

  /** @param {number} count of the newest that are here */
  #keep(count) {
    if (this.all.length <= count) return;
    this.all = this.all.slice(-count);
    this.more = true;
    this.#changed();
  }

  /** @param {import('./room-pages.js').Page} page the newest, or what comes after a message @param {number} after the number of that message; -1 for none */
  #receive({ messages, last: newest, previous, limits }, after) {
    if (limits) this.limits = { length: limits.length, edit: milliseconds(limits.edit) };
    this.dispatchEvent(new Event('limits'));
    const first = this.state !== 'ready';
    const { last } = this;
    this.state = 'ready';
    this.newest = Math.max(this.newest, newest);
    const hole = isBehindHole(messages, this.all);
    // What is read has changed meanwhile: it stays.
    if (hole && this.reading && last && (after < 0 || after > last)) return this.load(true);
    // The list begins anew, rather than with a hole: what is between is dropped for those at the end, or the server has it no more.
    if (hole) this.all = [];
    if (first || hole) this.more = previous !== undefined;
    this.#put(messages);
    if (!first) this.#tell(messages.filter(({ seq }) => seq > last));
    this.#early.splice(0).forEach((one) => this.take(one));
    // Nobody reads any more.
    if (after >= 0 && !this.reading && this.last < newest) this.load();
  }

  /** @param {number} newest the number of the newest that there is */
  #hear(newest) {
    this.newest = Math.max(this.newest, newest);
    if (newest > this.last && !this.#isFull) this.load();
  }

  /** @param {Partial<Presence>} presence */
  #meet(presence) {
    this.presence = { count: 0, names: [], typing: [], ...presence };
    this.dispatchEvent(new Event('presence'));
  }

  /** @param {Message[]} messages */
  #tell(messages) {
    if (messages.length) this.dispatchEvent(new CustomEvent('arrived', { detail: messages }));
  }

  #fail() {
    if (this.state === 'loading') this.state = 'failed';
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
