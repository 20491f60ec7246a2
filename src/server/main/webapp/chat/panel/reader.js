// @ts-check
import { rooms } from '../owner/rooms.js';

// So long a message is seen before it counts as read.
const SEEN_FOR = 500;

/** What the visitor has read of a room: told to the server, and where the mark of new messages stands. */
export class Reader {
  /** The number of the message behind which the mark stands; Infinity if there is none. */ mark = Infinity;
  #messages;
  #inSight;
  #read = -1;
  #timer = 0;

  /**
   * @param {import('./room-messages.js').RoomMessages} messages
   * @param {() => boolean} inSight whether the newest message is in sight
   * @param {AbortSignal} signal
   */
  constructor(messages, inSight, signal) {
    this.#messages = messages;
    this.#inSight = inSight;
    const begin = () => this.#begin();
    rooms.addEventListener('change', begin, { signal });
    messages.addEventListener('change', begin, { signal });
    messages.addEventListener('arrived', () => this.#arrived(), { signal });
    addEventListener('focus', () => this.read(), { signal });
    document.addEventListener('visibilitychange', () => this.read(), { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      rooms.tellRead();
    });
  }

  /** Whether there is a mark. */
  get marks() {
    return this.mark < this.#messages.last;
  }

  /** Takes what is in sight as read, in a moment. */
  read() {
    if (this.#looked()) this.#timer ||= setTimeout(() => this.#note(), SEEN_FOR);
  }

  /** Whoever answers has read all. */
  forgetMark() {
    this.mark = Infinity;
    this.read();
  }

  #looked() {
    return !document.hidden && document.hasFocus() && this.#inSight();
  }

  #note() {
    this.#timer = 0;
    const { last, room } = this.#messages;
    if (!this.#looked() || !last) return;
    this.#read = last;
    rooms.markRead(room, last);
  }

  /** Where the visitor was is known a moment after the page has begun. */
  #begin() {
    const read = rooms.read(this.#messages.room);
    if (this.#read >= 0 || read < 0 || !this.#messages.last) return;
    this.#read = read;
    if (read < this.#messages.last) this.mark = read;
    this.read();
  }

  /** The mark moves on for those who look elsewhere, once they have seen all that was before. */
  #arrived() {
    const before = this.#messages.all.at(-2)?.seq ?? 0;
    if (!this.#looked() && this.#read >= before) this.mark = this.#read;
    this.read();
  }
}
