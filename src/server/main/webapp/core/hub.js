// @ts-check
import { Connection } from './connection.js';
import { GrowingText } from './growing-text.js';
import { LatestEvents } from './latest-events.js';
import { ServerClock } from './server-clock.js';
import { adds } from './stream-query.js';
import { covers, Tab } from './tab.js';
import { Tabs } from './tabs.js';
import { jsonField, topicOf, Topics } from './topics.js';

/** @typedef {import('./tab.js').TabRequest} TabRequest */

// The least time between two streams that are opened because a piece of a text was missing.
const RESTART_EVERY = 10_000;

/** Shares one connection among all tabs, each with its own request; keeps the latest events for tabs that come later. */
export class Hub {
  #clock = new ServerClock();
  #tabs = new Tabs((tab) => this.#drop(tab));
  /** @type {import('./topics.js').Topic[] | undefined} */ #announced;
  #topics = new Topics();
  /** How late everything is, as the hello says. @type {string | undefined} */ #delayed;
  /** @type {LatestEvents<string | GrowingText>} */ #latest = new LatestEvents();
  /** @type {string[]} */ #asked = [];
  #rate = 0;
  /** The name of the visitor; empty for nobody in particular. */ #visitor = '';
  #restartedAt = -Infinity;
  #connection;

  /** @param {string} url of the stream */
  constructor(url) {
    this.#connection = new Connection(url, {
      started: (start) => this.#started(start),
      event: (topic, data) => this.#event(topic, data),
      heard: (data) => this.#heard(data),
      changed: () => this.#report(),
    });
  }

  /** @param {MessagePort} port of a tab */
  accept(port) {
    const tab = new Tab(port);
    port.onmessage = ({ data }) => this.#message(tab, data);
  }

  /**
   * @param {Tab} tab
   * @param {any} message
   */
  #message(tab, message) {
    tab.unanswered = 0;
    if (message.type === 'leave') this.#drop(tab);
    else if (message.type === 'retryNow') this.#connection.retryNow();
    else if (message.type === 'visitor') this.#met(message.visitor);
    else if (message.type === 'request') this.#requested(tab, message.request, message.anew);
    // It was dropped because it did not answer: it was only busy, or asleep.
    else if (!this.#tabs.has(tab)) tab.post({ type: 'moved' });
  }

  /**
   * @param {Tab} tab
   * @param {TabRequest} request
   * @param {boolean} anew
   */
  #requested(tab, request, anew) {
    const before = tab.request;
    const known = this.#tabs.has(tab);
    tab.request = request;
    this.#tabs.add(tab);
    if (['live', 'stale', 'held'].includes(this.#connection.state.name) && !request.paused) {
      if (!known) this.#introduce(tab, 'first');
      else if (before.paused) this.#introduce(tab, 'paused');
      else this.#replay(tab, before);
    }
    tab.flush();
    this.#ask(anew);
    this.#report();
  }

  /**
   * Brings a tab up to date that comes, or comes back, to a connection in use.
   * @param {Tab} tab
   * @param {import('./connection.js').Cause} cause
   */
  #introduce(tab, cause) {
    tab.clear();
    const { epoch } = this.#connection.state;
    this.#greet(tab, { cause, away: 0, epoch, resume: tab.epoch === epoch ? 'conflated' : 'snapshot' });
    this.#replay(tab);
    for (const topic of Object.keys(tab.request.topics)) if (this.#topics.kind(topic) === 'every') tab.gap(topic);
  }

  /**
   * Sends a tab the latest events, except those that its earlier request has brought it.
   * @param {Tab} tab
   * @param {TabRequest} [before]
   */
  #replay(tab, before) {
    for (const topic of Object.keys(tab.request.topics)) {
      for (const [key, event] of this.#latest.of(topic)) {
        if (before && covers(before, topic, key)) continue;
        tab.receive({ topic, key, data: String(event), whole: event }, this.#rate);
      }
    }
  }

  /** @param {string} visitor */
  #met(visitor) {
    if (visitor === this.#visitor) return;
    this.#visitor = visitor;
    this.#connection.query.forgetPrivate();
    // What was for the visitor before is for nobody any more, though a tab is paused, or slow to take it.
    const isPrivate = (/** @type {string} */ name) => this.#topics.isPrivate(name);
    this.#latest.drop(isPrivate);
    this.#tabs.forEach((tab) => tab.drop(isPrivate));
    this.#ask();
  }

  /** Asks for what all tabs together ask for, and for nothing while all are paused. @param {boolean} [anew] for a stream of its own in any case */
  #ask(anew) {
    const { topics: all, rate } = this.#tabs.request;
    // Who asks for what is private and is nobody in particular gets nothing at all.
    const topics = this.#visitor ? all : all.filter((name) => !this.#topics.isPrivate(name));
    if (!topics.length) {
      if (this.#connection.state.name !== 'paused') this.#connection.pause();
      return;
    }
    if (topics.join() !== this.#asked.join()) {
      // With fewer topics, or other forms of the same, the stream goes on where it was.
      const added = topics.some((name) => this.#topics.isOfKey(name) && !this.#asked.includes(name));
      if (added) this.#connection.query.position = '';
      if (added || adds(topics, this.#asked)) this.#gaps(this.#asked);
      this.#latest.drop((name) => !topics.includes(name));
    }
    this.#asked = topics;
    this.#rate = rate;
    this.#connection.ask(topics, rate, anew);
  }

  /** @param {string[]} topics that have lost events: the latest of the others come again */
  #gaps(topics) {
    for (const topic of topics) if (this.#topics.kind(topic) === 'every') this.#tabs.forEach((tab) => tab.gap(topic));
  }

  /** @param {import('./connection.js').Start} start */
  #started({ hello, cause, away, roundTrip }) {
    if (hello.time) {
      this.#clock.answered(Date.parse(hello.time), roundTrip);
      this.#announced = hello.topics;
      this.#topics = new Topics(hello.topics);
    }
    const before = this.#delayed;
    this.#delayed = hello.delayed;
    // A stream with other topics goes on where the last one was: the tabs know all of it.
    if (cause === 'asked' && before === this.#delayed) return;
    if (hello.resume === 'snapshot') this.#latest.clear();
    const { epoch, resume } = hello;
    this.#tabs.forEach((tab) => {
      if (hello.resume === 'snapshot') tab.clear();
      if (!tab.request.paused) this.#greet(tab, { cause, away, epoch, resume });
    });
  }

  /**
   * @param {Tab} tab
   * @param {{epoch: string, resume: string, cause: string, away: number}} start
   */
  #greet(tab, start) {
    tab.epoch = start.epoch;
    tab.post({ type: 'hello', ...start, delayed: this.#delayed, topics: this.#announced, clock: this.#clock.known ? this.#clock.reading : undefined });
  }

  /** Takes the time of an event. @param {string} data */
  #heard(data) {
    const time = Date.parse(/** @type {string} */ (jsonField(data, 'time')));
    if (this.#clock.heard(time)) this.#tabs.forEach((tab) => tab.postClock(this.#clock.reading));
  }

  /** @type {import('./connection.js').Listener['event']} */
  #event(topic, data) {
    if (topic === 'heartbeat') return;
    if (topic === 'gap') {
      const lost = JSON.parse(data).topics;
      this.#gaps(this.#asked.filter((name) => lost.includes(topicOf(name))));
      this.#tabs.forEach((tab) => tab.flush());
      return;
    }
    const name = this.#topics.name(topic, (field) => jsonField(data, field), this.#asked);
    const field = this.#topics.keyField(topic);
    const key = field ? String(jsonField(data, field) ?? '') : '';
    const kind = this.#topics.kind(topic);
    const whole = kind === 'latest' ? data : kind === 'growing' ? this.#grown(name, key, JSON.parse(data)) : undefined;
    if (whole === null) return;
    if (whole !== undefined) this.#latest.set(name, key, whole);
    for (const tab of this.#tabs) tab.receive({ topic: name, key, data, whole }, this.#rate);
  }

  /**
   * Adds a piece to its text; if pieces before it are missing, asks the server for everything anew.
   * @param {string} topic
   * @param {string} key
   * @param {import('./growing-text.js').Piece} piece
   * @returns {GrowingText | null} null if pieces are missing
   */
  #grown(topic, key, piece) {
    const known = this.#latest.get(topic, key);
    const text = known instanceof GrowingText ? known : new GrowingText();
    if (text.add(piece)) return text;
    this.#tabs.forEach((tab) => tab.gap(topic));
    if (performance.now() - this.#restartedAt > RESTART_EVERY) {
      this.#restartedAt = performance.now();
      this.#gaps(this.#asked);
      this.#connection.restart();
    }
    return null;
  }

  #report() {
    const { retryAt, query, state } = this.#connection;
    const { name, reason, heardAt, connectedAt, reconnects } = state;
    const report = { state: name, reason, heardAt, connectedAt, reconnects, retryAt, query: String(query), tabs: this.#tabs.size };
    this.#tabs.forEach((tab) => tab.post({ type: 'state', report }));
  }

  /** @param {Tab} tab */
  #drop(tab) {
    tab.clear();
    if (!this.#tabs.delete(tab)) return;
    this.#ask();
    this.#report();
  }
}
