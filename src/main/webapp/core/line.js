// @ts-check
import { milliseconds } from './duration.js';
import { Retry } from './retry.js';
import { Silence } from './silence.js';
import { open, query } from './source.js';

/** @typedef {import('./source.js').Hello} Hello */
/**
 * How the connection is doing. `stale` has been silent for too long; `goodbye` was ended by the server, with a reason.
 * @typedef {'connecting' | 'live' | 'stale' | 'reconnecting' | 'goodbye' | 'paused'} State
 */
/** @typedef {'first' | 'lost' | 'paused' | 'asked'} Cause of opening: `asked` for other topics or another rate */
/** @typedef {{hello: Hello, cause: Cause, away: number, roundTrip: number}} Start with two times in milliseconds */
/**
 * @typedef {object} Listener
 * @property {(start: Start) => void} started
 * @property {(topic: string, data: string) => void} event
 * @property {() => void} state
 */

// Before the first hello the server's heartbeat is unknown.
const HEARTBEAT = 15_000;
// Heartbeats come a second late at the most (protocol.md), and have a way to go.
const LATE = 3000;

/**
 * One connection to the server, opened again whenever it is lost, from the position last seen.
 *
 * The browser would do so as well, but not after a refusal, not on a line that is dead without an end, and without
 * saying when: here the next try has a time that can be shown. Knows neither page nor worker, and runs in both.
 */
export class Line {
  /** @type {State} */ state = 'connecting';
  /** Why the server said goodbye. */ reason = '';
  /** The tape that the server now plays: another one after its restart. */ epoch = '';
  /** When anything was last heard, by this machine's clock. */ heardAt = 0;
  /** How often it came back after a loss. */ reconnects = 0;
  /** What is asked for. */ query = '';

  #url;
  #listener;
  /** @type {string[]} */ #topics = [];
  #rate = 0;
  #position = '';
  #heartbeat = HEARTBEAT;
  #openedAt = 0;
  /** @type {Cause} */ #cause = 'first';
  #retry = new Retry(() => this.#open());
  #silence = new Silence(() => this.#silent());
  /** @type {EventSource | undefined} */ #source;

  /**
   * @param {string} url
   * @param {Listener} listener
   */
  constructor(url, listener) {
    this.#url = url;
    this.#listener = listener;
  }

  /** When the next try is made, by this machine's clock; 0 where none is planned. */
  get retryAt() {
    return this.#retry.at;
  }

  /**
   * Asks for these topics at so many writes a second (0: all there are), and opens or changes the connection.
   * @param {string[]} topics
   * @param {number} rate
   */
  ask(topics, rate) {
    const same = topics.join() === this.#topics.join();
    if (same && rate === this.#rate && this.#source) return;
    // A position belongs to its topics; the rate does not matter to it.
    if (!same) this.#position = '';
    this.#topics = topics;
    this.#rate = rate;
    if (this.#retry.at) return;
    if (this.state === 'live') this.#cause = 'asked';
    if (this.state === 'paused') this.#enter('connecting');
    this.#open();
  }

  /** Ends the connection until something is asked for again. */
  pause() {
    this.#close();
    this.#cause = 'paused';
    this.#enter('paused');
  }

  /** Tries at once if it waits for its next try. */
  hurry() {
    if (this.#retry.at) this.#open();
  }

  #open() {
    this.#close();
    const asked = query(this.#topics, this.#rate, this.#position);
    this.query = decodeURIComponent(query(this.#topics, this.#rate, '').toString());
    this.#openedAt = performance.now();
    this.#source = open(`${this.#url}?${asked}`, this.#topics, {
      hello: (hello) => this.#hello(hello),
      goodbye: ({ reason, retry }) => this.#goodbye(reason, retry),
      event: (topic, data, id) => this.#heard(topic, data, id),
      lost: () => this.#lost(),
    });
    this.#silence.watch(this.#heartbeat + LATE);
    this.#listener.state();
  }

  #close() {
    this.#retry.cancel();
    this.#silence.stop();
    this.#source?.close();
    this.#source = undefined;
  }

  /** @param {Hello} hello */
  #hello(hello) {
    const away = this.heardAt ? Date.now() - this.heardAt : 0;
    const restarted = this.epoch !== '' && hello.epoch !== this.epoch;
    const cause = restarted ? 'lost' : this.#cause;
    // The id of another epoch means nothing to this server.
    if (hello.epoch !== this.epoch) this.#position = '';
    if (cause === 'lost') this.reconnects++;
    this.epoch = hello.epoch;
    this.heardAt = Date.now();
    this.#cause = 'lost';
    this.#heartbeat = milliseconds(hello.heartbeat) || HEARTBEAT;
    this.#silence.watch(this.#heartbeat + LATE);
    this.#retry.succeeded();
    this.#listener.started({ hello, cause, away, roundTrip: performance.now() - this.#openedAt });
    this.#enter('live');
  }

  /** @type {import('./source.js').Ears['event']} */
  #heard(topic, data, id) {
    this.#silence.heard();
    this.heardAt = Date.now();
    this.#position = id;
    if (this.state === 'stale') {
      this.#silence.watch(this.#heartbeat + LATE);
      this.#enter('live');
    }
    this.#listener.event(topic, data);
  }

  /** @type {(reason: string, retry?: number) => void} */
  #goodbye(reason, retry) {
    this.#close();
    this.reason = reason;
    // Where there was no place, later each time.
    if (retry === undefined || reason === 'limit') this.#retry.plan(retry);
    else this.#retry.planIn(retry);
    this.#enter('goodbye');
  }

  #lost() {
    this.#close();
    // What was to be another question only has become a cut.
    if (this.#cause === 'asked') this.#cause = 'lost';
    this.#retry.plan();
    this.#enter('reconnecting');
  }

  #silent() {
    if (this.state === 'live') {
      this.#silence.watch(this.#heartbeat);
      this.#enter('stale');
    } else this.#lost();
  }

  /** @param {State} state */
  #enter(state) {
    this.state = state;
    this.#listener.state();
  }
}
