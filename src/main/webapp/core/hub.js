// @ts-check
import { ServerClock } from './clock.js';
import { Line } from './line.js';
import { Tab, together } from './tab.js';

/** @typedef {import('./line.js').Start} Start */

// Of these the latest of each key replaces what was before; all other topics come one by one (protocol.md).
const MERGEABLE = new Set(['quote', 'status']);
const PING = 20_000;
const GONE = 65_000;

/** Shares one line among all tabs, each with its own wishes; knows the latest of all, for those that come later. */
export class Hub {
  #clock = new ServerClock();
  /** @type {Set<Tab>} */ #tabs = new Set();
  /** @type {Map<string, {topic: string, key: string, data: string}>} */ #latest = new Map();
  /** @type {string[]} */ #topics = [];
  #rate = 0;
  #line;

  /** @param {string} url of the stream */
  constructor(url) {
    this.#line = new Line(url, {
      started: (start) => this.#started(start),
      event: (topic, data) => this.#event(topic, data),
      state: () => this.#tell(),
    });
    setInterval(() => this.#ping(), PING);
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
    tab.heardAt = performance.now();
    if (message.type === 'leave') this.#drop(tab);
    else if (message.type === 'hurry') this.#line.hurry();
    else if (message.type === 'want') this.#want(tab, message.wish);
  }

  /**
   * @param {Tab} tab
   * @param {import('./tab.js').Wish} wish
   */
  #want(tab, wish) {
    const before = tab.wish;
    const known = this.#tabs.has(tab);
    const serving = this.#line.state === 'live' || this.#line.state === 'stale';
    tab.wish = wish;
    this.#tabs.add(tab);
    if (serving && !wish.paused && !known) this.#introduce(tab, 'first');
    else if (serving && !wish.paused && before.paused) this.#introduce(tab, 'paused');
    tab.flush();
    this.#ask();
    this.#tell();
  }

  /**
   * Brings a tab up to date that comes to a line in use, or comes back to it.
   * @param {Tab} tab
   * @param {import('./line.js').Cause} cause
   */
  #introduce(tab, cause) {
    tab.empty();
    const { epoch } = this.#line;
    this.#greet(tab, { cause, away: 0, epoch, resume: tab.epoch === epoch ? 'conflated' : 'snapshot' });
    for (const { topic, key, data } of this.#latest.values()) tab.receive(topic, key, data, true, this.#rate);
    for (const topic of Object.keys(tab.wish.topics)) if (!MERGEABLE.has(topic)) tab.gap(topic);
  }

  /** Asks for what all tabs together want, and for nothing while all are paused. */
  #ask() {
    const { topics, rate } = together(this.#tabs);
    if (!topics.length) {
      if (this.#line.state !== 'paused') this.#line.pause();
      return;
    }
    if (topics.join() !== this.#topics.join()) this.#gaps(this.#topics);
    this.#topics = topics;
    this.#rate = rate;
    this.#line.ask(topics, rate);
  }

  /** @param {Iterable<string>} topics that are asked for anew, without a position */
  #gaps(topics) {
    for (const topic of topics) {
      if (!MERGEABLE.has(topic)) this.#tabs.forEach((tab) => tab.gap(topic));
    }
  }

  /** @param {Start} start */
  #started({ hello, cause, away, roundTrip }) {
    this.#clock.set(Date.parse(hello.time), roundTrip);
    // A line that only asks for something else goes on where it was: its tabs are told nothing that they don't know.
    if (cause === 'asked') return;
    if (hello.resume === 'snapshot') this.#latest.clear();
    const { epoch, resume } = hello;
    this.#tabs.forEach((tab) => {
      if (hello.resume === 'snapshot') tab.empty();
      if (!tab.wish.paused) this.#greet(tab, { cause, away, epoch, resume });
    });
  }

  /**
   * @param {Tab} tab
   * @param {{epoch: string, resume: string, cause: string, away: number}} hello
   */
  #greet(tab, hello) {
    tab.epoch = hello.epoch;
    const clock = { now: this.#clock.now(), error: this.#clock.error };
    tab.post({ type: 'hello', ...hello, clock });
  }

  /** @type {import('./line.js').Listener['event']} */
  #event(topic, data) {
    if (topic === 'heartbeat') return;
    const fields = JSON.parse(data);
    if (topic === 'gap') {
      this.#gaps(fields.topics);
      this.#tabs.forEach((tab) => tab.flush());
      return;
    }
    const key = fields.symbol ?? '';
    const mergeable = MERGEABLE.has(topic);
    if (mergeable) this.#latest.set(`${topic} ${key}`, { topic, key, data });
    for (const tab of this.#tabs) tab.receive(topic, key, data, mergeable, this.#rate);
  }

  #tell() {
    const { state, reason, epoch, heardAt, retryAt, reconnects, query } = this.#line;
    const standing = { state, reason, epoch, heardAt, retryAt, reconnects, query, tabs: this.#tabs.size };
    this.#tabs.forEach((tab) => tab.post({ type: 'standing', ...standing }));
  }

  /** A tab that has crashed says nothing: it no longer answers. */
  #ping() {
    const now = performance.now();
    const gone = [...this.#tabs].filter((tab) => now - tab.heardAt > GONE);
    gone.forEach((tab) => this.#drop(tab));
    this.#tabs.forEach((tab) => tab.post({ type: 'ping' }));
  }

  /** @param {Tab} tab */
  #drop(tab) {
    tab.empty();
    if (!this.#tabs.delete(tab)) return;
    this.#ask();
    this.#tell();
  }
}
