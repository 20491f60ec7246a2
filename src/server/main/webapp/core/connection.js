// @ts-check
import { ConnectionState } from './connection-state.js';
import { open } from './event-source.js';
import { HeartbeatMonitor } from './heartbeat-monitor.js';
import { RetryTimer } from './retry-timer.js';
import { StreamQuery } from './stream-query.js';

/** @typedef {import('./event-source.js').Hello} Hello */
/** @typedef {import('./connection-state.js').Cause} Cause */
/** @typedef {{hello: Hello, cause: Cause, away: number, roundTrip: number}} Start with two times in milliseconds */
/**
 * @typedef {object} Listener
 * @property {(start: Start) => void} started
 * @property {(topic: string, data: string) => void} event
 * @property {() => void} state
 */

/**
 * One connection to the server, opened again whenever it is lost, from the position last seen.
 *
 * The browser would do so as well, but not after a refusal, not on a line that is dead without an end, and without
 * saying when: here the next try has a time that can be shown. Knows neither page nor worker, and runs in both.
 */
export class Connection {
  state = new ConnectionState();
  query = new StreamQuery();

  #url;
  #listener;
  #openedAt = 0;
  #retry = new RetryTimer(() => this.#open());
  #heartbeat = new HeartbeatMonitor(() => this.#silent());
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
    if (!this.query.change(topics, rate) && this.#source) return;
    if (this.#retry.at) return;
    if (this.state.state === 'live') this.state.cause = 'asked';
    if (this.state.state === 'paused') this.#enter('connecting');
    this.#open();
  }

  /** Ends the connection until something is asked for again. */
  pause() {
    this.#close();
    this.state.cause = 'paused';
    this.#enter('paused');
  }

  /** Tries at once if it waits for its next try. */
  retryNow() {
    if (this.#retry.at) this.#open();
  }

  #open() {
    this.#close();
    this.#openedAt = performance.now();
    this.#source = open(`${this.#url}?${this.query.query}`, this.query.topics, {
      hello: (hello) => this.#hello(hello),
      goodbye: ({ reason, retry }) => this.#goodbye(reason, retry),
      event: (topic, data, id) => this.#heard(topic, data, id),
      lost: () => this.#lost(),
    });
    this.#heartbeat.expect();
    this.#listener.state();
  }

  #close() {
    this.#retry.cancel();
    this.#heartbeat.stop();
    this.#source?.close();
    this.#source = undefined;
  }

  /** @param {Hello} hello */
  #hello(hello) {
    const { cause, away, restarted } = this.state.begin(hello.epoch);
    // The id of another epoch means nothing to this server.
    if (restarted) this.query.position = '';
    this.#heartbeat.every = hello.heartbeat;
    this.#heartbeat.expect();
    this.#retry.succeeded();
    this.#listener.started({ hello, cause, away, roundTrip: performance.now() - this.#openedAt });
    this.#enter('live');
  }

  /** @type {import('./event-source.js').StreamListener['event']} */
  #heard(topic, data, id) {
    this.#heartbeat.heard();
    this.state.heardAt = Date.now();
    this.query.position = id;
    if (this.state.state === 'stale') {
      this.#heartbeat.expect();
      this.#enter('live');
    }
    this.#listener.event(topic, data);
  }

  /** @type {(reason: string, retry?: number) => void} */
  #goodbye(reason, retry) {
    this.#close();
    this.state.reason = reason;
    // Where there was no place, later each time.
    if (retry === undefined || reason === 'limit') this.#retry.plan(retry);
    else this.#retry.planIn(retry);
    this.#enter('goodbye');
  }

  #lost() {
    this.#close();
    // What was to be another query only has become a cut.
    if (this.state.cause === 'asked') this.state.cause = 'lost';
    this.#retry.plan();
    this.#enter('reconnecting');
  }

  #silent() {
    if (this.state.state === 'live') {
      this.#heartbeat.expectAnother();
      this.#enter('stale');
    } else this.#lost();
  }

  /** @param {import('./connection-state.js').State} state */
  #enter(state) {
    this.state.state = state;
    this.#listener.state();
  }
}
