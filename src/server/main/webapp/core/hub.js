// @ts-check
import { Connection } from './connection.js';
import { LatestEvents, mergeable } from './latest-events.js';
import { ServerClock } from './server-clock.js';
import { Tab } from './tab.js';
import { Tabs } from './tabs.js';

/** @typedef {import('./connection.js').Start} Start */

/** Shares one line among all tabs, each with its own wishes; knows the latest of all, for those that come later. */
export class Hub {
  #clock = new ServerClock();
  #tabs = new Tabs((tab) => this.#drop(tab));
  #latest = new LatestEvents();
  /** @type {string[]} */ #topics = [];
  #rate = 0;
  #connection;

  /** @param {string} url of the stream */
  constructor(url) {
    this.#connection = new Connection(url, {
      started: (start) => this.#started(start),
      event: (topic, data) => this.#event(topic, data),
      state: () => this.#tell(),
    });
  }

  /** @param {MessagePort} port of a tab */
  accept(port) {
    const tab = new Tab(port);
    port.onmessage = ({ data }) => this.#hear(tab, data);
  }

  /**
   * @param {Tab} tab
   * @param {any} message
   */
  #hear(tab, message) {
    tab.unanswered = 0;
    if (message.type === 'leave') this.#drop(tab);
    else if (message.type === 'retryNow') this.#connection.retryNow();
    else if (message.type === 'request') this.#requested(tab, message.request);
    // Given up, for it was busy or asleep, and alive after all.
    else if (!this.#tabs.has(tab)) tab.post({ type: 'moved' });
  }

  /**
   * @param {Tab} tab
   * @param {import('./tab.js').TabRequest} request
   */
  #requested(tab, request) {
    const before = tab.request;
    const known = this.#tabs.has(tab);
    const serving = ['live', 'stale'].includes(this.#connection.state.state);
    tab.request = request;
    this.#tabs.add(tab);
    if (serving && !request.paused && !known) this.#introduce(tab, 'first');
    else if (serving && !request.paused && before.paused) this.#introduce(tab, 'paused');
    tab.flush();
    this.#ask();
    this.#tell();
  }

  /**
   * Brings a tab up to date that comes to a line in use, or comes back to it.
   * @param {Tab} tab
   * @param {import('./connection-state.js').Cause} cause
   */
  #introduce(tab, cause) {
    tab.empty();
    const { epoch } = this.#connection.state;
    this.#greet(tab, { cause, away: 0, epoch, resume: tab.epoch === epoch ? 'conflated' : 'snapshot' });
    for (const { topic, key, data } of this.#latest) tab.receive(topic, key, data, true, this.#rate);
    for (const topic of Object.keys(tab.request.topics)) if (!mergeable(topic)) tab.gap(topic);
  }

  /** Asks for what all tabs together want, and for nothing while all are paused. */
  #ask() {
    const { topics, rate } = this.#tabs.request;
    if (!topics.length) {
      if (this.#connection.state.state !== 'paused') this.#connection.pause();
      return;
    }
    if (topics.join() !== this.#topics.join()) this.#gaps(this.#topics);
    this.#topics = topics;
    this.#rate = rate;
    this.#connection.ask(topics, rate);
  }

  /** @param {Iterable<string>} topics that are asked for anew, without a position */
  #gaps(topics) {
    for (const topic of topics) {
      if (!mergeable(topic)) this.#tabs.forEach((tab) => tab.gap(topic));
    }
  }

  /** @param {Start} start */
  #started({ hello, cause, away, roundTrip }) {
    this.#clock.answered(Date.parse(hello.time), roundTrip);
    // A line that only asks for something else goes on where it was: its tabs are told nothing that they don't know.
    if (cause === 'asked') return;
    if (hello.resume === 'snapshot') this.#latest.clear();
    const { epoch, resume } = hello;
    this.#tabs.forEach((tab) => {
      if (hello.resume === 'snapshot') tab.empty();
      if (!tab.request.paused) this.#greet(tab, { cause, away, epoch, resume });
    });
  }

  /**
   * @param {Tab} tab
   * @param {{epoch: string, resume: string, cause: string, away: number}} hello
   */
  #greet(tab, hello) {
    tab.epoch = hello.epoch;
    tab.post({ type: 'hello', ...hello, clock: this.#clock.reading });
  }

  /** @type {import('./connection.js').Listener['event']} */
  #event(topic, data) {
    const fields = JSON.parse(data);
    if (this.#clock.heard(Date.parse(fields.time))) this.#tabs.forEach((tab) => tab.tell(this.#clock.reading));
    if (topic === 'heartbeat') return;
    if (topic === 'gap') {
      this.#gaps(fields.topics);
      this.#tabs.forEach((tab) => tab.flush());
      return;
    }
    const key = fields.symbol ?? '';
    if (mergeable(topic)) this.#latest.keep(topic, key, data);
    for (const tab of this.#tabs) tab.receive(topic, key, data, mergeable(topic), this.#rate);
  }

  #tell() {
    const { retryAt, query, state } = this.#connection;
    const report = { ...state, retryAt, query: String(query), tabs: this.#tabs.size };
    this.#tabs.forEach((tab) => tab.post({ type: 'state', ...report }));
  }

  /** @param {Tab} tab */
  #drop(tab) {
    tab.empty();
    if (!this.#tabs.delete(tab)) return;
    this.#ask();
    this.#tell();
  }
}
