// @ts-check
import { Loader } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';

/** @typedef {{last: number, read: number, followed: boolean}} Room what is known of it: the numbers of its last message, and of the last that the visitor has read */

// While a panel is open, the server sends one room only: what happens in others is asked for.
const ASK_EVERY = 30_000;
// Whoever reads along in a busy room must not use up what everybody at the same address may write.
const TELL_EVERY = 5000;

/** How much is unread in the rooms that a visitor has been in, in all tabs. Fires `change`. */
class Rooms extends EventTarget {
  /** @type {Map<string, Room>} */ #rooms = new Map();
  /** What was read and the server was not told of, by room: up to which message, and what it knew before. @type {Map<string, {seq: number, before: number}>} */ #untold = new Map();
  #toldAt = -Infinity;
  #timer = 0;
  #name = '';
  #left = new AbortController();

  /** @param {string} name of the visitor; empty for nobody, who has read nothing */
  belongTo(name) {
    if (name === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = name;
    this.#rooms.clear();
    this.#untold.clear();
    if (name) this.#follow(this.#left.signal);
    this.#changed();
  }

  /** Those in which something is unread. */
  get unreadRooms() {
    return [...this.#rooms.keys()].filter((room) => this.unread(room));
  }

  /** How much is unread in all of them. */
  get total() {
    return this.unreadRooms.reduce((sum, room) => sum + this.unread(room), 0);
  }

  /** @param {string} room */
  unread(room) {
    const { last, read, followed } = this.#room(room);
    return followed ? Math.max(0, last - read) : 0;
  }

  /** The number of the last message that was read; -1 as long as that is unknown. @param {string} room */
  read(room) {
    return this.#rooms.get(room)?.followed ? this.#room(room).read : -1;
  }

  /** Marks it in this page at once; the server is told at once or, of several marks, of the last one in a while. @param {string} room @param {number} seq of its last message */
  markRead(room, seq) {
    const known = this.#room(room);
    if (!this.#name || seq <= known.read) return;
    this.#untold.set(room, { seq, before: this.#untold.get(room)?.before ?? known.read });
    this.#set(room, { read: seq, last: Math.max(seq, known.last), followed: true });
    const wait = this.#toldAt + TELL_EVERY - performance.now();
    if (wait <= 0) this.tellRead();
    else this.#timer ||= setTimeout(() => this.tellRead(), wait);
  }

  /** Tells the server now what was read: nobody may come back to do it. */
  tellRead() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#untold.size) this.#toldAt = performance.now();
    for (const [room, { seq, before }] of this.#untold) this.#tell(room, seq, before);
    this.#untold.clear();
  }

  /** @param {string} room @param {number} seq @param {number} before */
  async #tell(room, seq, before) {
    const { signal } = this.#left;
    const told = await put(room, seq);
    // It is marked with the next message, or when the page is looked at again.
    if (!told && !signal.aborted && this.#room(room).read === seq) this.#set(room, { read: before });
  }

  /** @param {AbortSignal} signal */
  #follow(signal) {
    const leave = [
      follow('room', ({ room, last }) => this.#set(room, { last: Math.max(last, this.#room(room).last) })),
      follow('read-mark', ({ room, seq }) => this.#set(room, { read: Math.max(seq, this.#room(room).read), followed: true })),
    ];
    signal.addEventListener('abort', () => leave.forEach((one) => one()));
    const loader = new Loader(() => send('GET', 'api/chat/rooms'), ({ status, data }) => status === 200 && this.#take(data), signal);
    stream.addEventListener('start', () => loader.again(), { signal });
    // While it was so, nothing of the others has come.
    let narrow = false;
    stream.addEventListener('state', () => {
      const before = narrow;
      narrow = ofOneRoom();
      if (before && !narrow) loader.load();
    }, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.tellRead(), { signal });
    const timer = setInterval(() => !document.hidden && ofOneRoom() && loader.load(), ASK_EVERY);
    signal.addEventListener('abort', () => clearInterval(timer));
    loader.load();
  }

  /** @param {{room: string, last: number, read: number}[]} states as the server has them */
  #take(states) {
    for (const { room, last, read } of states) {
      const known = this.#room(room);
      this.#rooms.set(room, { last: Math.max(last, known.last), read: Math.max(read, known.read), followed: true });
    }
    this.#changed();
  }

  /** @param {string} room @returns {Room} */
  #room(room) {
    return this.#rooms.get(room) ?? { last: 0, read: 0, followed: false };
  }

  /** @param {string} room @param {Partial<Room>} change */
  #set(room, change) {
    this.#rooms.set(room, { ...this.#room(room), ...change });
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** Tells the server how far was read, also from a page that is just closed. @param {string} room @param {number} seq @returns {Promise<boolean>} whether it was noted */
async function put(room, seq) {
  try {
    const place = new URL(`../../api/chat/${encodeURIComponent(room)}/read`, import.meta.url);
    const headers = { 'Content-Type': 'application/json' };
    const { status } = await fetch(place, { method: 'PUT', headers, body: JSON.stringify({ seq }), keepalive: true, signal: AbortSignal.timeout(30_000) });
    return status === 204;
  } catch {
    return false;
  }
}

/** Subscribes to a topic that the server has: it refuses streams of others. @param {string} topic @param {(event: any) => void} listener */
function follow(topic, listener) {
  return stream.offers(topic) ? stream.subscribe(topic, listener) : () => {};
}

/** Whether the stream of all tabs brings what happens in some rooms only. */
function ofOneRoom() {
  return /\broom=/.test(stream.query);
}

/** The rooms of this page's visitor. */
export const rooms = new Rooms();
