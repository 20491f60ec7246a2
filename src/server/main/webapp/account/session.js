// @ts-check
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { Backoff } from '../core/retry.js';
import { route } from '../core/route.js';
import { send } from '../core/send.js';
import { stream } from '../core/stream.js';

/**
 * As the server sends it.
 * @typedef {{signedIn: boolean, name?: string, until?: string, signUp: boolean, provider?: string, atProvider: boolean}} SessionInfo
 */

const NAME = 'tickertape-session';

/**
 * Who the visitor is: all tabs know the same. While it is somebody, a `Renewal` keeps it so.
 *
 * Fires `change`, whose detail says whether the session has just begun or been renewed; and `expired` when the server has
 * ended the stream with the session that opened it.
 */
export class Session extends EventTarget {
  /**
   * `unknown` until the server has said it; `ended` for somebody who did not sign out, and is nobody any more.
   * @type {'unknown' | 'nobody' | 'known' | 'ended'}
   */
  state = 'unknown';
  name = '';
  /** When it ends, by the server's clock in milliseconds; 0 if it does not. */ until = 0;
  /** Whether accounts can be made here. */ signUp = true;
  /** What people call the place where they may sign in, too; empty if there is none. */ provider = '';
  /** Whether the account is one of that place. */ atProvider = false;
  /** What came of a sign-in there, until it was told; empty if there was none. */ outcome = '';

  #expired = false;
  #backoff = new Backoff();
  /** @type {Promise<unknown> | undefined} */ #renewal;
  /** @type {BroadcastChannel | undefined} */ #tabs;

  /** Asks the server, and follows what happens from now on. */
  start() {
    if (this.#tabs) return;
    this.#tabs = new BroadcastChannel(NAME);
    this.#tabs.addEventListener('message', ({ data }) => this.#told(data));
    stream.addEventListener('state', () => this.#follow());
    // A page that was kept for the back button has heard nothing from other tabs.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#load());
    this.#load();
    if (route.get('sign-in')) import('./provider-return.js').then(({ takeReturn }) => takeReturn(this)).catch(reloadIfModuleIsMissing);
  }

  /** Takes a session that has just begun or been renewed. @param {SessionInfo} info */
  begin(info) {
    this.#hear(info, true);
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
    const { status, data, wait } = await send('GET', 'api/session');
    if (status === 200) this.#hear(data);
    else setTimeout(() => this.#load(), Math.max(wait, this.#backoff.next()));
  }

  /**
   * @param {SessionInfo} info
   * @param {boolean} [fresh] whether it has just begun or been renewed
   */
  #hear(info, fresh) {
    this.signUp = info.signUp;
    this.provider = info.provider ?? '';
    this.atProvider = info.atProvider === true;
    if (!info.signedIn) return this.#become(this.state === 'known' ? 'ended' : 'nobody');
    const end = Date.parse(info.until ?? '');
    this.name = info.name ?? '';
    // Where this machine's clock is wrong by days, only the stream can say that the session has ended.
    this.until = end > stream.clock.now() ? end : 0;
    this.#become('known', fresh);
  }

  /** @param {{info?: SessionInfo, left?: boolean, lost?: boolean}} message of another tab */
  #told({ info, left, lost }) {
    if (info) {
      this.#hear(info, true);
      // Where tabs share no stream, this one's may have been refused.
      if (stream.state === 'unauthorized') stream.retryNow();
    } else if (left) this.#become('nobody');
    else if (lost && this.state === 'known') this.#become('ended');
  }

  /**
   * @param {Session['state']} state
   * @param {boolean} [fresh]
   */
  #become(state, fresh = false) {
    this.state = state;
    if (state !== 'known') this.name = '';
    stream.identify(this.name);
    if (state === 'known') this.#renewal ??= import('./renewal.js').then(({ Renewal }) => new Renewal(this, fresh)).catch(reloadIfModuleIsMissing);
    this.dispatchEvent(new CustomEvent('change', { detail: fresh }));
  }

  /** The server ends a stream with the session that has opened it. */
  #follow() {
    const expired = stream.reason === 'expired';
    if (expired === this.#expired) return;
    this.#expired = expired;
    if (!expired) return;
    if (this.state === 'known') this.dispatchEvent(new Event('expired'));
    else stream.retryNow();
  }
}

/** The session of this browser. */
export const session = new Session();
