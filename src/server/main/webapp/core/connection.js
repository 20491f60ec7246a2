// @ts-check
import { HeartbeatMonitor } from './heartbeat-monitor.js';
import { QuotePoll } from './quote-poll.js';
import { RetryTimer } from './retry.js';
import { StreamQuery } from './stream-query.js';
import { topicsOf } from './topics.js';

// A server answers at once. What has brought no byte for so long, something in between holds back.
const HELD_AFTER = 10_000;
// Events that are not so many milliseconds apart are of one tick, and only the first is timed: reading clocks takes long.
const TICK = 20;

/**
 * What a connection is doing. `stale`: it has been silent for too long; `goodbye`: the server closed it; `held`: something in
 * between holds the stream back and quotes are fetched instead; `unauthorized`: nobody may read here without signing in.
 * @typedef {'connecting' | 'live' | 'stale' | 'held' | 'reconnecting' | 'goodbye' | 'paused' | 'unauthorized'} StateName
 */
/** @typedef {'first' | 'lost' | 'paused' | 'asked'} Cause why the stream is opened; `asked` for other topics or another rate */
/** @typedef {import('./topics.js').Topic} Topic */
/** @typedef {{epoch: string, time: string, heartbeat: string, resume: string, topics?: Topic[], delayed?: string}} Hello as the server sends it; without a time, one that stands for fetched quotes */
/** @typedef {{hello: Hello, cause: Cause, away: number, roundTrip: number}} Start with both times in milliseconds */
/**
 * @typedef {object} Listener
 * @property {(start: Start) => void} started
 * @property {(topic: string, data: string) => void} event
 * @property {(data: string) => void} heard called before an event that comes after a pause
 * @property {() => void} changed called when the state has changed
 */

/** The state of a connection, and what led to it. */
export class ConnectionState {
  /** @type {StateName} */ name = 'connecting';
  /** The reason of the server's last goodbye, until it is back; empty without one. */ reason = '';
  /** The epoch of the server's log: a restarted server has another one. */ epoch = '';
  /** When anything was last received, by this machine's clock. */ heardAt = 0;
  /** Since when it is connected, by this machine's clock; 0 while it is not. */ connectedAt = 0;
  /** How often the connection came back after it was lost. */ reconnects = 0;
  /** Why the next hello is expected. @type {Cause} */ cause = 'first';

  /**
   * Takes in a hello.
   * @param {string} epoch
   * @returns {{cause: Cause, away: number, restarted: boolean}} `away` is the time without events, in milliseconds
   */
  begin(epoch) {
    const away = this.heardAt ? Date.now() - this.heardAt : 0;
    const restarted = this.epoch !== '' && epoch !== this.epoch;
    const cause = restarted ? 'lost' : this.cause;
    if (cause === 'lost') this.reconnects++;
    this.reason = '';
    this.epoch = epoch;
    this.heardAt = Date.now();
    this.connectedAt ||= this.heardAt;
    // Unless we ask for something else, the next hello follows a loss.
    this.cause = 'lost';
    return { cause, away, restarted };
  }
}

/**
 * A connection to the server that is opened again, from the last position, whenever it is lost. A browser's `EventSource`
 * reconnects too, but not after an error status, not when a connection hangs, and it does not say when.
 */
export class Connection {
  state = new ConnectionState();
  query = new StreamQuery();

  #url;
  #listener;
  #openedAt = 0;
  #heardAt = -Infinity;
  #retry = new RetryTimer(() => this.#open());
  #heartbeat = new HeartbeatMonitor(() => this.#missedHeartbeat());
  /** @type {EventSource | undefined} */ #source;
  #poll;
  #pollTimer = 0;

  /** @param {string} url @param {Listener} listener */
  constructor(url, listener) {
    this.#url = url;
    this.#listener = listener;
    this.#poll = new QuotePoll(url.replace(/[^/]*$/, 'quotes'), {
      fetched: (quotes, epoch, delayed) => this.#fetched(quotes, epoch, delayed),
      failed: () => this.state.name === 'held' && this.#lost('reconnecting'),
    });
  }

  /** When the next attempt is made, by this machine's clock; 0 if none is planned. */
  get retryAt() {
    return this.#retry.at;
  }

  /**
   * Asks for these topics at so many writes a second (0: all there are); opens the stream again, from where it is, if that is
   * something new, or `anew` because the visitor is somebody else now, or has other rights.
   * @param {string[]} topics
   * @param {number} rate
   * @param {boolean} [anew]
   */
  ask(topics, rate, anew) {
    if (!this.query.change(topics, rate) && this.#source && !anew) return;
    if (this.#retry.at && !anew) return;
    if (this.state.name === 'paused') this.#enter('connecting');
    this.#openAnew();
  }

  /** Gives up the position, so that the server sends the latest of everything. */
  restart() {
    this.query.position = '';
    if (this.#source) this.#openAnew();
  }

  /** Closes the connection until something is asked for again. */
  pause() {
    this.#close();
    this.state.cause = 'paused';
    this.#enter('paused');
  }

  /** Makes the next attempt now, if one is planned, or if the server wanted to know first who is there. */
  retryNow() {
    if (this.#retry.at || this.state.name === 'unauthorized') this.#open();
  }

  #openAnew() {
    if (this.state.name === 'live') this.state.cause = 'asked';
    this.#open();
  }

  #open() {
    this.#close();
    this.#openedAt = performance.now();
    this.#source = this.#listen(new EventSource(`${this.#url}?${this.query.parameters}`));
    this.#heartbeat.start();
    this.#pollTimer = setTimeout(() => this.#poll.start(), HELD_AFTER);
    this.#listener.changed();
  }

  /** @param {EventSource} source */
  #listen(source) {
    source.addEventListener('hello', ({ data }) => this.#hello(JSON.parse(data)));
    source.addEventListener('goodbye', ({ data }) => this.#goodbye(JSON.parse(data)));
    source.addEventListener('error', () => this.#failed(source));
    for (const topic of [...topicsOf(this.query.topics), 'gap', 'heartbeat']) {
      source.addEventListener(topic, (event) => this.#received(topic, event));
    }
    return source;
  }

  #close() {
    this.#retry.cancel();
    this.#heartbeat.stop();
    clearTimeout(this.#pollTimer);
    this.#source?.close();
    this.#source = undefined;
  }

  /** @param {Hello} hello */
  #hello(hello) {
    clearTimeout(this.#pollTimer);
    this.#heartbeat.interval = hello.heartbeat;
    this.#heartbeat.start();
    this.#retry.succeeded();
    this.#begin(hello);
    this.#enter('live');
  }

  /** @param {Hello} hello */
  #begin(hello) {
    const { cause, away, restarted } = this.state.begin(hello.epoch);
    // A position of another epoch means nothing to this server.
    if (restarted) this.query.position = '';
    this.#listener.started({ hello, cause, away, roundTrip: performance.now() - this.#openedAt });
  }

  /** @param {object[]} quotes that were fetched, because the stream brings nothing @param {string} epoch @param {string} [delayed] */
  #fetched(quotes, epoch, delayed) {
    if (this.state.name !== 'held' || this.state.epoch !== epoch) {
      this.#begin({ epoch, resume: 'snapshot', time: '', heartbeat: '', delayed });
      // The hello, when it comes, ends no loss.
      this.state.cause = 'first';
      this.#enter('held');
    }
    this.state.heardAt = Date.now();
    for (const quote of quotes) this.#listener.event('quote', JSON.stringify(quote));
  }

  /** @param {string} topic @param {MessageEvent} event */
  #received(topic, { data, lastEventId, timeStamp }) {
    this.query.position = lastEventId;
    if (timeStamp - this.#heardAt >= TICK) {
      this.#heardAt = timeStamp;
      this.#heartbeat.received();
      this.state.heardAt = Date.now();
      this.#listener.heard(data);
    }
    if (this.state.name === 'stale') {
      this.#heartbeat.start();
      this.#enter('live');
    }
    this.#listener.event(topic, data);
  }

  /** @param {{reason: string, retry?: number}} goodbye as the server sends it */
  #goodbye({ reason, retry }) {
    this.#close();
    this.state.reason = reason;
    // A full server says longer times itself; whoever stayed away longer would never get a place.
    if (retry === undefined) this.#retry.schedule();
    else this.#retry.scheduleIn(retry);
    this.#enter('goodbye');
  }

  /** @param {StateName} [next] fetched quotes go on */
  #lost(next = this.state.name === 'held' ? 'held' : 'reconnecting') {
    this.#close();
    // The stream could not be opened again with what was asked for: that is a loss.
    if (this.state.cause === 'asked') this.state.cause = 'lost';
    this.#retry.schedule();
    this.#enter(next);
  }

  /** An `EventSource` does not say why it was refused: without a sign-in, it may always be. @param {EventSource} source */
  async #failed(source) {
    const unauthorized = source.readyState === EventSource.CLOSED && await this.#poll.isUnauthorized();
    if (source !== this.#source) return;
    if (!unauthorized) return this.#lost();
    this.#close();
    this.#enter('unauthorized');
  }

  #missedHeartbeat() {
    if (this.state.name === 'live') {
      this.#heartbeat.waitForNext();
      this.#enter('stale');
    } else this.#lost();
  }

  /** @param {StateName} name */
  #enter(name) {
    this.state.name = name;
    if (name !== 'held') this.#poll.stop();
    if (name !== 'live' && name !== 'stale') this.state.connectedAt = 0;
    this.#listener.changed();
  }
}
