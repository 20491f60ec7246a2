// @ts-check
import { send } from '../../core/send.js';
import { noteOwn } from './own-author.js';

/** @typedef {import('./room-messages.js').Message} Message */
/** @typedef {import('../../core/send.js').Reply} Reply */
/** @typedef {{messages: Message[], last: number, own?: string, previous?: string, limits?: {length: number, edit: string}}} Page as the server sends it */

const PAGE = 50;
// The server gives no more at a time.
const MOST_AT_ONCE = 200;

/** The messages of a room at the server, page by page. Each answer has one page, however many were asked for. */
export class RoomPages {
  #place;
  #signal;

  /** @param {string} room @param {AbortSignal} signal */
  constructor(room, signal) {
    this.#place = `api/chat/${encodeURIComponent(room)}`;
    this.#signal = signal;
  }

  newest(limit = PAGE) {
    return this.#ask(`limit=${Math.min(MOST_AT_ONCE, Math.max(PAGE, limit))}`);
  }

  /** @param {number} seq */
  before(seq, limit = PAGE) {
    return this.#ask(`before=${seq}&limit=${Math.min(MOST_AT_ONCE, limit)}`);
  }

  /** @param {number} seq */
  after(seq, limit = PAGE) {
    return this.#ask(`after=${seq}&limit=${Math.min(MOST_AT_ONCE, limit)}`);
  }

  /** The newest, and those before them as far back as they are shown; not beyond a hole, as those are dropped. @param {Message[]} shown */
  async newestSince(shown) {
    const reply = await this.newest(shown.length);
    if (reply.status !== 200 || !shown.length || isBehindHole(reply.data.messages, shown)) return reply;
    const [oldest] = shown;
    const { messages } = reply.data;
    while (messages[0]?.seq > oldest.seq && !this.#signal.aborted) {
      const before = await this.before(messages[0].seq, messages[0].seq - oldest.seq);
      if (before.status !== 200) return before;
      // They are not kept for ever.
      if (!before.data.messages.length) break;
      messages.unshift(...before.data.messages);
    }
    return reply;
  }

  /** Those from one to another, as far as there are any. @param {number} first @param {number} last @returns {Promise<Reply>} */
  async between(first, last) {
    const reply = await this.after(first - 1, last - first + 1);
    if (reply.status !== 200) return reply;
    const { messages } = reply.data;
    let came = messages.length;
    while (came && messages.at(-1).seq < Math.min(last, reply.data.last) && !this.#signal.aborted) {
      const { seq } = messages.at(-1);
      const more = await this.after(seq, last - seq);
      if (more.status !== 200) return more;
      came = more.data.messages.length;
      messages.push(...more.data.messages);
      reply.data.last = more.data.last;
    }
    return reply;
  }

  /** @param {string} query */
  async #ask(query) {
    const reply = await send('GET', `${this.#place}?${query}`);
    if (reply.data?.own) noteOwn(reply.data.own);
    return reply;
  }
}

/** Whether what was missed is more than a page. @param {Message[]} messages the newest @param {Message[]} shown */
export function isBehindHole(messages, shown) {
  return (messages[0]?.seq ?? 0) > (shown.at(-1)?.seq ?? 0) + 1;
}
