// @ts-check
import { Loader } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { rooms } from './rooms.js';

/** @typedef {import('../panel/room-messages.js').Message} Message */
/** @typedef {{number: number, message: Message, withdrawn?: true}} Mention as the server sends it; the number rises, and a message that has changed comes again with its number: one that is `withdrawn` names the visitor no more */

const PLACE = 'api/chat/mentions';
const MOST = 50;

/** The messages that mention the visitor, newest first. Fires `change`; and `mentioned`, whose detail is one that has come just now. */
class Mentions extends EventTarget {
  /** @type {Mention[]} */ all = [];
  /** Also those that were withdrawn, by their numbers: an answer may be older. @type {Map<number, Mention>} */ #known = new Map();
  #newest = 0;
  #name = '';
  #left = new AbortController();

  /** @param {string} name of the visitor; empty for nobody */
  belongTo(name) {
    if (name === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = name;
    this.all = [];
    this.#known.clear();
    this.#newest = 0;
    if (name) this.#follow(this.#left.signal);
    this.#changed();
  }

  get unread() {
    return this.all.filter(({ message }) => message.seq > rooms.read(message.room));
  }

  /** @param {AbortSignal} signal */
  #follow(signal) {
    if (stream.offers('mention')) signal.addEventListener('abort', stream.subscribe('mention', (mention) => this.#take([mention], true)));
    let first = true;
    /** @type {Mention[]} */ let before = [];
    const ask = () => {
      before = [...this.#known.values()];
      return send('GET', `${PLACE}?limit=${MOST}`);
    };
    new Loader(ask, ({ status, data }) => {
      if (status !== 200) return;
      this.#take([...data, ...gone(before, data)], !first);
      first = false;
    }, signal).follow(stream, 'mention');
  }

  /** @param {Mention[]} mentions @param {boolean} tell whether those that are new have come just now */
  #take(mentions, tell) {
    const newest = this.#newest;
    for (const one of mentions) {
      if ((this.#known.get(one.number)?.message.revision ?? -1) < one.message.revision) this.#known.set(one.number, one);
      this.#newest = Math.max(this.#newest, one.number);
    }
    const sorted = [...this.#known.values()].sort((one, other) => other.number - one.number).slice(0, MOST);
    this.#known = new Map(sorted.map((one) => [one.number, one]));
    this.all = sorted.filter(({ withdrawn }) => !withdrawn);
    if (tell) for (const one of mentions) if (one.number > newest && !one.withdrawn) this.dispatchEvent(new CustomEvent('mentioned', { detail: one }));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** Those that were there before the server was asked, and are not in its answer, though they are no older: they were withdrawn. @param {Mention[]} before @param {Mention[]} answer @returns {Mention[]} */
function gone(before, answer) {
  const numbers = new Set(answer.map(({ number }) => number));
  const oldest = answer.length < MOST ? 0 : Math.min(...numbers);
  return before.filter(({ number, withdrawn }) => !withdrawn && number > oldest && !numbers.has(number))
    .map((one) => ({ ...one, message: { ...one.message, revision: one.message.revision + 0.5 }, withdrawn: true }));
}

/** The mentions of this page's visitor. */
export const mentions = new Mentions();
