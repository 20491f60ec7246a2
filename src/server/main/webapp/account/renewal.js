// @ts-check
import { Backoff } from '../core/retry.js';
import { send } from '../core/send.js';
import { stream } from '../core/stream.js';
import { loadStylesheet } from '../core/stylesheet.js';

const KEPT_LENGTH = 'tickertape.session-length';
// However short sessions are, the server is not asked more often than this…
const LEAST_WAIT = 1000;
// …nor does a timer run longer: browsers forget long ones.
const MOST_WAIT = 12 * 3_600_000;
// Long for a message within a browser.
const ECHO_WITHIN = 1000;

/** Renews the session when half of its time is over, and when the server says that it has ended. One tab does so for all. */
export class Renewal {
  #session;
  /** The end of the session as it was known last; 0 for none. */ #until = 0;
  /** How long a session lasts when it has just begun or was renewed, in milliseconds. */ #length = 0;
  /** Whether a renewal would move its end. */ #renewable = true;
  /** Whether the server has said that it has ended, and not yet whether it goes on. */ #doubted = false;
  #renewing = false;
  #timer = 0;
  #backoff = new Backoff();

  /**
   * @param {import('./session.js').Session} session that somebody has
   * @param {boolean} fresh whether it has just begun or been renewed
   */
  constructor(session, fresh) {
    this.#session = session;
    session.addEventListener('change', (change) => this.#changed(/** @type {CustomEvent} */ (change).detail));
    session.addEventListener('expired', () => this.#doubt());
    stream.addEventListener('start', () => this.#check());
    // Timers stand still while a machine sleeps.
    document.addEventListener('visibilitychange', () => document.hidden || this.#check());
    addEventListener('online', () => this.#check());
    this.#changed(fresh);
    // While this was loaded.
    if (stream.reason === 'expired') this.#doubt();
  }

  /** @param {boolean} fresh */
  #changed(fresh) {
    const { until, state } = this.#session;
    const before = this.#until;
    const length = this.#length;
    this.#until = state === 'known' ? until : 0;
    this.#doubted = false;
    this.#backoff.reset();
    this.#length = keptLength() || this.#left;
    // The server moves the end no further than to a limit.
    this.#renewable = !fresh || until > before || this.#left >= length / 2;
    if (fresh && this.#renewable && this.#until) keepLength((this.#length = this.#left));
    this.#plan();
  }

  #doubt() {
    this.#doubted = this.#session.state === 'known';
    this.#check();
  }

  /** Milliseconds until the end. */
  get #left() {
    return this.#until - stream.clock.now();
  }

  get #due() {
    if (this.#doubted || !this.#until) return this.#doubted;
    return this.#left <= 0 || (this.#renewable && this.#left < this.#length / 2);
  }

  #check() {
    if (this.#due) this.#renew();
    else this.#plan();
  }

  /** @param {number} [wait] milliseconds; otherwise as long as nothing has to be done */
  #plan(wait = this.#left - (this.#renewable ? this.#length * randomPart() : 0)) {
    clearTimeout(this.#timer);
    if (!this.#until && !this.#doubted) return;
    this.#timer = setTimeout(() => this.#check(), Math.min(Math.max(wait, LEAST_WAIT), MOST_WAIT));
  }

  async #renew() {
    if (this.#renewing) return;
    this.#renewing = true;
    try {
      await this.#session.alone(async () => {
        await this.#renewNow();
        await toldAllTabs();
      });
    } finally {
      this.#renewing = false;
      // Nobody in particular comes back at once, too.
      if (stream.reason === 'expired' && !this.#doubted) stream.retryNow();
    }
  }

  async #renewNow() {
    // Another tab was faster.
    if (!this.#due) return;
    const { status, data, wait } = await send('PUT', 'api/session');
    if (status === 200) this.#session.begin(data);
    else if (status === 401) this.#session.lose();
    else this.#plan(Math.max(wait, this.#backoff.next()));
  }
}

/**
 * Waits until what this tab has told the others is on its way to them: a lock can be faster than a message, and who has the
 * lock next must know how it went.
 */
async function toldAllTabs() {
  const name = `tickertape-echo-${Math.random()}`;
  const [sender, receiver] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  await new Promise((done) => {
    receiver.onmessage = done;
    setTimeout(done, ECHO_WITHIN);
    sender.postMessage('');
  });
  sender.close();
  receiver.close();
}

/** Tabs do not all renew in the same moment: over plain HTTP, where there are no locks, the first one does it for all. */
function randomPart() {
  return 0.4 + Math.random() / 10;
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

// For the button that says so when it has ended.
await loadStylesheet('session-end.css', import.meta.url);
