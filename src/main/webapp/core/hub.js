// @ts-check
import { ServerClock } from './clock.js';
import { Latest, mergeable } from './latest.js';
import { Line } from './line.js';
import { Tab } from './tab.js';
import { Tabs } from './tabs.js';

/** @typedef {import('./line.js').Start} Start */

/** Shares one line among all tabs, each with its own wishes; knows the latest of all, for those that come later. */
export class Hub {
  #clock = new ServerClock();
  #tabs = new Tabs((tab) => this.#drop(tab));
  #latest = new Latest();
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
    else if (message.type === 'hurry') this.#line.hurry();
    else if (message.type === 'want') this.#want(tab, message.wish);
    // Given up, for it was busy or asleep, and alive after all.
    else if (!this.#tabs.has(tab)) tab.post({ type: 'moved' });
  }

  /**
   * @param {Tab} tab
   * @param {import('./tab.js').Wish} wish
   */
  #want(tab, wish) {
    const before = tab.wish;
    const known = this.#tabs.has(tab);
    const serving = ['live', 'stale'].includes(this.#line.course.state);
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
   * @param {import('./course.js').Cause} cause
   */
  #introduce(tab, cause) {
    tab.empty();
    const { epoch } = this.#line.course;
    this.#greet(tab, { cause, away: 0, epoch, resume: tab.epoch === epoch ? 'conflated' : 'snapshot' });
    for (const { topic, key, data } of this.#latest) tab.receive(topic, key, data, true, this.#rate);
    for (const topic of Object.keys(tab.wish.topics)) if (!mergeable(topic)) tab.gap(topic);
  }

  /** Asks for what all tabs together want, and for nothing while all are paused. */
  #ask() {
    const { topics, rate } = this.#tabs.wish;
    if (!topics.length) {
      if (this.#line.course.state !== 'paused') this.#line.pause();
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
      if (!tab.wish.paused) this.#greet(tab, { cause, away, epoch, resume });
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

  /** @type {import('./line.js').Listener['event']} */
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
    const { retryAt, question, course } = this.#line;
    const standing = { ...course, retryAt, query: String(question), tabs: this.#tabs.size };
    this.#tabs.forEach((tab) => tab.post({ type: 'standing', ...standing }));
  }

  /** @param {Tab} tab */
  #drop(tab) {
    tab.empty();
    if (!this.#tabs.delete(tab)) return;
    this.#ask();
    this.#tell();
  }
}
