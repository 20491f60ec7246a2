// @ts-check
import { Backoff } from '../core/retry.js';
import { stream } from '../core/stream.js';

/** @typedef {{signedIn: boolean, name?: string, until?: string, signUp: boolean}} SessionInfo as the server sends it */

const ANSWER_WITHIN = 30_000;
const NAME = 'tickertape-session';
const KEPT_LENGTH = 'tickertape.session-length';
// However short sessions are, the server is not asked more often than this…
const LEAST_WAIT = 1000;
// …nor does a timer run longer: browsers forget long ones.
const MOST_WAIT = 12 * 3_600_000;

/**
 * Who the visitor is. All tabs know the same; one of them renews the session when half of its time is over, and when the
 * server says that it has ended. Fires `change`.
 */
class Session extends EventTarget {
  /**
   * `unknown` until the server has said it; `ended` for somebody who did not sign out, and is nobody any more.
   * @type {'unknown' | 'nobody' | 'known' | 'ended'}
   */
  state = 'unknown';
  name = '';
  /** When it ends, by the server's clock in milliseconds; 0 if it does not. */ until = 0;
  /** Whether accounts can be made here. */ signUp = true;

  /** How long a session lasts when it has just begun or was renewed, in milliseconds. */ #length = 0;
  /** Whether a renewal would move its end. */ #renewable = true;
  /** Whether the server has said that it has ended, and not yet whether it goes on. */ #doubted = false;
  #expired = false;
  #renewing = false;
  #timer = 0;
  #backoff = new Backoff();
  /** @type {BroadcastChannel | undefined} */ #tabs;

  /** Asks the server, and follows what happens from now on. */
  start() {
    if (this.#tabs) return;
    this.#tabs = new BroadcastChannel(NAME);
    this.#tabs.addEventListener('message', ({ data }) => this.#told(data));
    stream.addEventListener('state', () => this.#follow());
    stream.addEventListener('start', () => this.#check());
    // Timers stand still while a machine sleeps.
    document.addEventListener('visibilitychange', () => document.hidden || this.#check());
    addEventListener('online', () => this.#check());
    // A page that was kept for the back button has heard nothing from other tabs.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#load());
    this.#load();
  }

  /** Takes a session that has just begun or been renewed. @param {SessionInfo} info */
  begin(info) {
    this.#fresh(info);
    this.#tabs?.postMessage({ info });
    // What was opened before belongs to another session, and would end with that.
    stream.reopen();
  }

  /** Ends it here and in all tabs, because the visitor has signed out. */
  leave() {
    this.#tabs?.postMessage({ left: true });
    this.#become('nobody');
  }

  /** Ends it here and in all tabs, because the server does not know it any more. */
  lose() {
    if (this.state !== 'known') return;
    this.#tabs?.postMessage({ lost: true });
    this.#become('ended');
  }

  /**
   * Does what begins or ends a session while no tab renews one.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  alone(work) {
    // Over plain HTTP there are no locks: then a renewal may come too late, and is refused.
    return navigator.locks ? navigator.locks.request(NAME, work) : work();
  }

  async #load() {
    const { status, data } = await send('GET', 'api/session');
    if (status === 200) this.#hear(data);
  }

  /** @param {SessionInfo} info */
  #hear(info) {
    this.signUp = info.signUp;
    if (!info.signedIn) return this.#become(this.state === 'known' ? 'ended' : 'nobody');
    const end = Date.parse(info.until ?? '');
    this.name = info.name ?? '';
    // Where this machine's clock is wrong by days, only the stream can say that the session has ended.
    this.until = end > stream.clock.now() ? end : 0;
    this.#length = keptLength() || this.#left;
    this.#become('known');
  }

  /** @param {SessionInfo} info */
  #fresh(info) {
    const before = this.state === 'known' ? this.until : 0;
    const length = this.#length;
    this.#hear(info);
    // The server moves the end no further than to a limit.
    this.#renewable = this.until > before || this.#left >= length / 2;
    if (this.#renewable && this.until) keepLength((this.#length = this.#left));
    this.#plan();
  }

  /** @param {{info?: SessionInfo, left?: boolean, lost?: boolean}} message of another tab */
  #told({ info, left, lost }) {
    if (info) this.#fresh(info);
    else if (left) this.#become('nobody');
    else if (lost && this.state === 'known') this.#become('ended');
  }

  /** @param {Session['state']} state */
  #become(state) {
    this.state = state;
    if (state !== 'known') this.name = '';
    this.#renewable = true;
    this.#doubted = false;
    this.#backoff.reset();
    this.#plan();
    this.dispatchEvent(new Event('change'));
  }

  /** The server ends a stream with the session that has opened it. */
  #follow() {
    const expired = stream.reason === 'expired';
    if (expired === this.#expired) return;
    this.#expired = expired;
    if (!expired) return;
    this.#doubted = this.state === 'known';
    if (this.#doubted) this.#check();
    else stream.retryNow();
  }

  /** Milliseconds until the end. */
  get #left() {
    return this.until - stream.clock.now();
  }

  get #due() {
    if (this.#doubted || !this.until) return this.#doubted;
    return this.#left <= 0 || (this.#renewable && this.#left < this.#length / 2);
  }

  #check() {
    if (this.state === 'unknown') this.#load();
    else if (this.state === 'known' && this.#due) this.#renew();
    else this.#plan();
  }

  /** @param {number} [wait] milliseconds; otherwise as long as nothing has to be done */
  #plan(wait = this.#renewable ? this.#left - this.#length / 2 : this.#left) {
    clearTimeout(this.#timer);
    if (this.state !== 'known' || !(this.until || this.#doubted)) return;
    this.#timer = setTimeout(() => this.#check(), Math.min(Math.max(wait, LEAST_WAIT), MOST_WAIT));
  }

  async #renew() {
    if (this.#renewing) return;
    this.#renewing = true;
    try {
      await this.alone(() => this.#renewNow());
    } finally {
      this.#renewing = false;
      // Nobody in particular comes back at once, too.
      if (this.#expired && !this.#doubted) stream.retryNow();
    }
  }

  async #renewNow() {
    // Another tab was faster.
    if (this.state !== 'known' || !this.#due) return;
    const { status, data, wait } = await send('PUT', 'api/session');
    if (status === 200) this.begin(data);
    else if (status === 401) this.lose();
    else this.#plan(Math.max(wait, this.#backoff.next()));
  }
}

/** @returns {number} how long sessions last here, in milliseconds; 0 if unknown */
function keptLength() {
  try {
    return Number(localStorage.getItem(KEPT_LENGTH)) || 0;
  } catch {
    return 0;
  }
}

/** @param {number} length */
function keepLength(length) {
  try {
    localStorage.setItem(KEPT_LENGTH, String(length));
  } catch {
    // The browser keeps nothing: after a reload, half of what is left counts.
  }
}

/**
 * An answer of the server: its status, 0 if there was none; its JSON; what it says is wrong; and how many milliseconds it
 * asks to wait before the next attempt.
 * @typedef {{status: number, data: any, detail: string, wait: number}} Reply
 */

/**
 * Sends a request and waits for the answer. It never throws.
 * @param {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path such as `api/session`
 * @param {object} [body] what becomes JSON
 * @returns {Promise<Reply>}
 */
export async function send(method, path, body) {
  try {
    const response = await fetch(new URL(`../${path}`, import.meta.url), {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    // A 204 has no content, and the error page of something in between is no JSON.
    const data = await response.json().catch(() => ({}));
    const wait = 1000 * (Number(response.headers.get('Retry-After')) || 0);
    return { status: response.status, data, detail: String(data.detail ?? ''), wait };
  } catch {
    return { status: 0, data: {}, detail: '', wait: 0 };
  }
}

/** The session of this browser. */
export const session = new Session();
