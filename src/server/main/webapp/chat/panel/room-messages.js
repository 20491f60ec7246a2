// @ts-check
import { milliseconds } from '../../core/heartbeat-monitor.js';
import { Loader } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';

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

const PAGE = 50;
// The server gives no more at a time.
const MOST_AT_ONCE = 200;
// Of more than these, the oldest are dropped while nobody reads them.
const MOST = 400;

/**
 * The messages of one room, from the newest back to the oldest that was wanted, without a hole. Fires `change`, `limits`, `presence`,
 * and `arrived`, whose detail is a list of messages that have come just now.
 */
export class RoomMessages extends EventTarget {
  /** Sorted by their numbers. @type {Message[]} */ all = [];
  /** @type {Presence} */ presence = { count: 0, names: [], typing: [] };
  /** Whether there are older ones. */ more = false;
  /** How many characters a message may have, and for how many milliseconds it can be changed; the server's, once that is known. */
  limits = { length: Infinity, edit: 0 };
  /** @type {'loading' | 'ready' | 'failed'} */ state = 'loading';
  #place;
  #signal;
  #loader;
  #whole = false;

  /** @param {string} room @param {AbortSignal} signal */
  constructor(room, signal) {
    super();
    this.room = room;
    this.#place = `api/chat/${encodeURIComponent(room)}`;
    this.#signal = signal;
    let whole = false;
    const ask = () => {
      whole = this.#whole;
      this.#whole = false;
      return whole ? this.#fetchShown() : this.#fetch(`limit=${PAGE}`);
    };
    this.#loader = new Loader(ask, ({ status, data }) => {
      if (status === 200) return this.#receive(data);
      this.#whole ||= whole;
      this.#fail();
    }, signal);
    const name = `chat?room=${encodeURIComponent(room)}`;
    const leave = [stream.subscribe(name, (message) => this.#come([message]))];
    if (stream.offers('presence')) leave.push(stream.subscribe(`presence?room=${encodeURIComponent(room)}`, (one) => this.#meet(one)));
    // It is there as soon as the stream brings the room: so nothing falls between the first page and the stream.
    if (stream.offers('room')) leave.push(stream.subscribe('room', (one) => one.room === room && one.last > this.last && this.load()));
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

  /**
   * Fetches what is new; asks once more if somebody wants it while it is under way.
   * @param {boolean} [whole] also among all that are there: what has become of them may have been missed
   */
  load(whole = false) {
    this.#whole ||= whole;
    this.#loader.load();
  }

  /** @param {string} query */
  #fetch(query) {
    return send('GET', `${this.#place}?${query}`);
  }

  /** Fetches the newest page, and those before it as far back as messages are shown; not beyond a hole, as those are dropped. */
  async #fetchShown() {
    const [oldest] = this.all;
    const reply = await this.#fetch(`limit=${Math.min(MOST_AT_ONCE, Math.max(PAGE, this.all.length))}`);
    if (reply.status !== 200 || !oldest || this.#isBehindHole(reply.data.messages)) return reply;
    const { messages } = reply.data;
    while (messages[0]?.seq > oldest.seq && !this.#signal.aborted) {
      const limit = Math.min(MOST_AT_ONCE, messages[0].seq - oldest.seq);
      const before = await this.#fetch(`before=${messages[0].seq}&limit=${limit}`);
      if (before.status !== 200) return before;
      // They are not kept for ever.
      if (!before.data.messages.length) break;
      messages.unshift(...before.data.messages);
    }
    return reply;
  }

  /** What was missed is more than a page. @param {Message[]} messages the newest */
  #isBehindHole(messages) {
    return (messages[0]?.seq ?? 0) > this.last + 1;
  }

  /** Fetches the page before the oldest. @returns {Promise<boolean>} whether it came */
  async older() {
    const before = this.all[0]?.seq;
    if (!this.more || before === undefined) return true;
    const { status, data } = await this.#fetch(`before=${before}&limit=${PAGE}`);
    // In between, the list may have begun anew.
    if (this.#signal.aborted || this.all[0]?.seq !== before) return true;
    if (status !== 200) return false;
    this.more = data.previous !== undefined;
    this.take(data.messages);
    return true;
  }

  /** Takes messages in, also those that the visitor has written or changed. @param {Message[]} messages */
  take(messages) {
    const known = new Map(this.all.map((one) => [one.seq, one]));
    for (const { author: { id, name = '' }, ...one } of messages) {
      if ((known.get(one.seq)?.revision ?? -1) < one.revision) known.set(one.seq, { ...one, author: { id, name } });
    }
    this.all = [...known.values()].sort((one, other) => one.seq - other.seq);
    this.#changed();
  }

  /** Forgets the oldest of too many. */
  trim() {
    if (this.all.length <= MOST) return;
    this.all = this.all.slice(-MOST / 2);
    this.more = true;
    this.#changed();
  }

  /** @param {{messages: Message[], previous?: string, limits?: {length: number, edit: string}}} page the newest */
  #receive({ messages, previous, limits }) {
    if (limits) this.limits = { length: limits.length, edit: milliseconds(limits.edit) };
    this.dispatchEvent(new Event('limits'));
    const first = this.state !== 'ready';
    const { last } = this;
    this.state = 'ready';
    // The list begins anew, rather than with a hole.
    const hole = this.#isBehindHole(messages);
    if (hole) this.all = [];
    if (first || hole) this.more = previous !== undefined;
    this.take(messages);
    if (!first) this.#tell(messages.filter(({ seq }) => seq > last));
  }

  /** @param {Message[]} messages of the stream */
  #come(messages) {
    const { last } = this;
    // One that was changed long ago and is not there stays away; and what is between two is fetched.
    const [{ seq }] = messages;
    if (this.state !== 'ready' || seq > last + 1) return void this.load();
    if (seq < (this.all[0]?.seq ?? 0)) return;
    this.take(messages);
    if (seq > last) this.#tell(messages);
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
