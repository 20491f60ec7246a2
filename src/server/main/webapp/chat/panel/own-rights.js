// @ts-check
import { Loader } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';

/** What the visitor may do here. Fires `change`. */
class OwnRights extends EventTarget {
  /** Whether the visitor may delete what others have written. */ moderator = false;
  #name = '';
  #left = new AbortController();

  constructor() {
    super();
    stream.addEventListener('visitor', () => this.#ask());
    stream.addEventListener('start', () => this.dispatchEvent(new Event('change')));
    this.#ask();
  }

  /** Whether the visitor may write. */
  get writes() {
    return stream.visitor !== '' && !stream.delayed;
  }

  #ask() {
    if (stream.visitor === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = stream.visitor;
    this.moderator = false;
    this.dispatchEvent(new Event('change'));
    if (this.#name) new Loader(() => send('GET', 'api/session'), (reply) => this.#hear(reply), this.#left.signal).load();
  }

  /** @param {import('../../core/send.js').Reply} reply */
  #hear({ data }) {
    this.moderator = data.signedIn === true && data.name === this.#name && (data.rights ?? []).includes('moderator');
    this.dispatchEvent(new Event('change'));
  }
}

/** The rights of this page's visitor. */
export const ownRights = new OwnRights();
