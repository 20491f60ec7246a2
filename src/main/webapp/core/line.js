// @ts-check
import { Course } from './course.js';
import { Heartbeat } from './heartbeat.js';
import { Question } from './question.js';
import { Retry } from './retry.js';
import { open } from './source.js';

/** @typedef {import('./source.js').Hello} Hello */
/** @typedef {import('./course.js').Cause} Cause */
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
export class Line {
  course = new Course();
  question = new Question();

  #url;
  #listener;
  #openedAt = 0;
  #retry = new Retry(() => this.#open());
  #heartbeat = new Heartbeat(() => this.#silent());
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
    if (!this.question.change(topics, rate) && this.#source) return;
    if (this.#retry.at) return;
    if (this.course.state === 'live') this.course.cause = 'asked';
    if (this.course.state === 'paused') this.#enter('connecting');
    this.#open();
  }

  /** Ends the connection until something is asked for again. */
  pause() {
    this.#close();
    this.course.cause = 'paused';
    this.#enter('paused');
  }

  /** Tries at once if it waits for its next try. */
  hurry() {
    if (this.#retry.at) this.#open();
  }

  #open() {
    this.#close();
    this.#openedAt = performance.now();
    this.#source = open(`${this.#url}?${this.question.query}`, this.question.topics, {
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
    const { cause, away, restarted } = this.course.begin(hello.epoch);
    // The id of another epoch means nothing to this server.
    if (restarted) this.question.position = '';
    this.#heartbeat.every = hello.heartbeat;
    this.#heartbeat.expect();
    this.#retry.succeeded();
    this.#listener.started({ hello, cause, away, roundTrip: performance.now() - this.#openedAt });
    this.#enter('live');
  }

  /** @type {import('./source.js').Ears['event']} */
  #heard(topic, data, id) {
    this.#heartbeat.heard();
    this.course.heardAt = Date.now();
    this.question.position = id;
    if (this.course.state === 'stale') {
      this.#heartbeat.expect();
      this.#enter('live');
    }
    this.#listener.event(topic, data);
  }

  /** @type {(reason: string, retry?: number) => void} */
  #goodbye(reason, retry) {
    this.#close();
    this.course.reason = reason;
    // Where there was no place, later each time.
    if (retry === undefined || reason === 'limit') this.#retry.plan(retry);
    else this.#retry.planIn(retry);
    this.#enter('goodbye');
  }

  #lost() {
    this.#close();
    // What was to be another question only has become a cut.
    if (this.course.cause === 'asked') this.course.cause = 'lost';
    this.#retry.plan();
    this.#enter('reconnecting');
  }

  #silent() {
    if (this.course.state === 'live') {
      this.#heartbeat.expectAnother();
      this.#enter('stale');
    } else this.#lost();
  }

  /** @param {import('./course.js').State} state */
  #enter(state) {
    this.course.state = state;
    this.#listener.state();
  }
}
