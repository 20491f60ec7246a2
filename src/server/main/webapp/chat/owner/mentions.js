// @ts-check
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { rooms } from './rooms.js';

/** @typedef {import('../panel/room-messages.js').Message} Message */
/** @typedef {{number: number, message: Message}} Mention as the server sends it; the number rises */

const PLACE = 'api/chat/mentions';
const MOST = 50;

/** The messages that mention the visitor, newest first. Fires `change`; and `mentioned`, whose detail is one that has come just now. */
class Mentions extends EventTarget {
  /** @type {Mention[]} */ all = [];
  #name = '';
  #left = new AbortController();

  /** @param {string} name of the visitor; empty for nobody */
  belongTo(name) {
    if (name === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = name;
    this.all = [];
    if (name) this.#follow(this.#left.signal);
    this.#changed();
  }

  get unread() {
    return this.all.filter(({ message }) => !message.deleted && message.seq > rooms.read(message.room));
  }

  /** @param {AbortSignal} signal */
  #follow(signal) {
    let asked = false;
    const load = async () => {
      const { status, data } = await send('GET', `${PLACE}?limit=${MOST}`);
      if (!signal.aborted && status === 200) this.#take(data, asked);
      asked ||= status === 200;
    };
    if (stream.offers('mention')) signal.addEventListener('abort', stream.subscribe('mention', (mention) => this.#take([mention], true)));
    stream.addEventListener('start', () => stream.start.resume !== 'resumed' && load(), { signal });
    stream.addEventListener('gap', () => stream.gaps.includes('mention') && load(), { signal });
    load();
  }

  /** @param {Mention[]} mentions @param {boolean} tell whether those that are new have come just now */
  #take(mentions, tell) {
    const newest = this.all[0]?.number ?? 0;
    const known = new Map(this.all.map((one) => [one.number, one]));
    for (const one of mentions) if ((known.get(one.number)?.message.revision ?? -1) < one.message.revision) known.set(one.number, one);
    this.all = [...known.values()].sort((one, other) => other.number - one.number).slice(0, MOST);
    if (tell) for (const one of mentions) if (one.number > newest && !one.message.deleted) this.dispatchEvent(new CustomEvent('mentioned', { detail: one }));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** The mentions of this page's visitor. */
export const mentions = new Mentions();
