// @ts-check
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';

/** @typedef {import('../../core/send.js').Reply} Reply */
/**
 * A message that the server has not confirmed yet. It keeps its id, so that the server takes it once, however often it is sent. One
 * that `waited` for a cut to end is no flood: as long as it is sent too early it has a `reply`, and is sent again by itself.
 * @typedef {{id: string, room: string, text: string, time: string, state: 'sending' | 'failed', waited?: boolean, reply?: Reply}} Pending
 */

const KEY = 'tickertape.chat.outbox';
const LEAST_WAIT = 1000;
const ID_BYTES = 12;
const TOO_MANY = 429;

/**
 * What the visitor has written and the server has not confirmed, in order; this tab keeps it over a reload. What the server did
 * not answer is sent again when the stream, or the network, is back; what it refused waits for the visitor. Fires `change`; and `sent`, whose detail is the message.
 */
class Outbox extends EventTarget {
  /** @type {Pending[]} */ all = [];
  #name = '';
  #running = false;
  /** Ends a wait. @type {(value?: unknown) => void} */ #wake = () => {};

  constructor() {
    super();
    stream.addEventListener('visitor', () => this.#belongTo(stream.visitor));
    const again = () => this.again();
    stream.addEventListener('start', again);
    addEventListener('online', again);
    this.#belongTo(stream.visitor);
  }

  /** @param {string} room */
  of(room) {
    return this.all.filter((one) => one.room === room);
  }

  /** @param {string} room @param {string} text */
  add(room, text) {
    const time = new Date(stream.clock.now()).toISOString();
    this.all.push({ id: newId(), room, text, time, state: 'sending', waited: this.all.some((one) => !isRefused(one)) });
    this.again();
  }

  /** Sends once more what has no answer: it goes before all that is sent from now on. @param {Pending} [also] one that was refused */
  again(also) {
    for (const one of this.all) if (one === also || isUnanswered(one.reply)) Object.assign(one, { state: 'sending', reply: undefined });
    this.#changed();
    this.#run();
  }

  /** @param {string} id of one that has come, or is not wanted any more */
  drop(id) {
    const left = this.all.filter((one) => one.id !== id);
    if (left.length === this.all.length) return;
    this.all = left;
    this.#changed();
  }

  /** One after the other: they must not overtake. */
  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) {
      const { id, room, text } = next;
      const name = this.#name;
      const reply = await send('POST', `api/chat/${encodeURIComponent(room)}`, { id, text });
      if (name !== this.#name) continue;
      if (reply.status === 200 || reply.status === 201) {
        this.dispatchEvent(new CustomEvent('sent', { detail: reply.data }));
        this.drop(id);
      } else if (reply.status === TOO_MANY && next.waited) await this.#wait(reply);
      else {
        // It may be there or not: those behind it must wait.
        const failed = isUnanswered(reply) ? this.#sending().map((one) => Object.assign(one, { waited: true })) : [next];
        failed.forEach((one) => Object.assign(one, { state: 'failed', reply }));
        this.#changed();
      }
    }
    this.#running = false;
  }

  #next() {
    return this.#sending()[0];
  }

  #sending() {
    return this.all.filter(({ state }) => state === 'sending');
  }

  /** Waits as long as the server has asked to. @param {Reply} reply */
  async #wait(reply) {
    const waiting = this.#sending();
    waiting.forEach((one) => (one.reply = reply));
    this.#changed();
    await new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, Math.max(reply.wait, LEAST_WAIT));
    });
    waiting.forEach((one) => delete one.reply);
    this.#changed();
  }

  /** @param {string} name of the visitor; the messages of others wait until they come back */
  #belongTo(name) {
    if (name === this.#name) return;
    this.#name = name;
    this.all = name ? read()[name] ?? [] : [];
    this.dispatchEvent(new Event('change'));
    this.#wake();
    this.#run();
  }

  #changed() {
    try {
      const kept = this.all.map((one) => (isRefused(one) ? one : { ...one, state: 'sending', waited: true, reply: undefined }));
      if (this.#name) sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [this.#name]: kept }));
    } catch {
      // The browser keeps nothing: a reload forgets them.
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether the server has said no: then only the visitor sends it again. @param {Pending} pending */
function isRefused({ state, reply }) {
  return state === 'failed' && !isUnanswered(reply);
}

/** Whether it may be there or not: who answers so may be something in between, or a server that does not know. @param {Reply | undefined} reply */
function isUnanswered(reply) {
  return reply !== undefined && (reply.status === 0 || reply.status >= 500);
}

/** @returns {Record<string, Pending[]>} by the visitor's name */
function read() {
  try {
    return { ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') };
  } catch {
    return {};
  }
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}

/** What this page sends. */
export const outbox = new Outbox();
