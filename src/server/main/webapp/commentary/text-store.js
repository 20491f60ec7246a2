// @ts-check
import { GrowingText } from '../core/growing-text.js';
import { Loader } from '../core/retry.js';
import { send } from '../core/send.js';
import { stream } from '../core/stream.js';
import { language } from '../core/words.js';

/** @typedef {'commentary' | 'answer'} TopicName */

/**
 * An event of the stream, or a text at rest, as the server sends them.
 * @typedef {object} Sent
 * @property {string} id
 * @property {string} [symbol] missing if it is about the whole market
 * @property {string} language
 * @property {string} occasion
 * @property {string} [question]
 * @property {string} [author] who writes it, as `model small`; missing of the built-in one on the stream
 * @property {string} time of the facts
 * @property {string} text
 * @property {number} [from] the number of characters before the text; missing of one at rest
 * @property {boolean} [done] whether it has ended, of an event
 * @property {string} [ended] when it ended, of one at rest
 * @property {string} [reason] why
 */

// A text of an earlier stream that has not come again after so many milliseconds is fetched.
const CONFIRMED_WITHIN = 3000;
// Whoever goes from one symbol to the next, or to another view and back, keeps the topics.
const RELEASED_AFTER = 10_000;
// The oldest are dropped.
const MOST = 500;

/** A text, as much of it as is there. */
export class Text {
  /** Since when it is not sure to go on, because the stream was lost with its position. */ doubtful = false;
  /** Whether more may come. */ growing = true;
  /** Why it ended. */ reason = '';
  /** Changes with the text. */ version = 0;
  #body = new GrowingText();

  /** @param {TopicName} topic @param {Sent} sent */
  constructor(topic, { id, symbol = '', language, occasion, question = '', author = '', time }) {
    this.topic = topic;
    this.id = id;
    this.symbol = symbol;
    this.language = language;
    this.occasion = occasion;
    this.question = question;
    /** The language model that writes it; empty if none does. */ this.model = author.startsWith('model ') ? author.slice(6) : '';
    /** The time of its facts in milliseconds. */ this.at = Date.parse(time);
  }

  get text() {
    return this.#body.text;
  }

  /** @param {Sent} sent @returns {boolean} whether it was taken: if pieces before it are missing, the whole will come */
  add({ text, from = 0, done = false, ended, reason = '' }) {
    if (!this.#body.add({ from, text })) return false;
    this.doubtful = false;
    this.growing = !done && ended === undefined;
    this.reason = this.growing ? '' : reason;
    this.version++;
    return true;
  }

  /** Gives it up, as nothing is known of it any more. */
  giveUp() {
    this.doubtful = this.growing = false;
    this.reason = 'interrupted';
    this.version++;
  }
}

/** The texts of this page. Fires `change` with each piece. */
export class TextStore extends EventTarget {
  /** @type {Map<string, Text>} */ #texts = new Map();
  /** @type {Map<TopicName, () => void>} */ #subscriptions = new Map();
  #visitor = stream.visitor;
  #holders = 0;
  #release = 0;
  /** Ends when others are asked for. */ #asking = new AbortController();

  constructor() {
    super();
    stream.addEventListener('start', () => {
      this.#follow();
      if (stream.start.resume === 'snapshot') this.#doubt();
    });
    stream.addEventListener('visitor', () => {
      if (this.#visitor && stream.visitor !== this.#visitor) this.#forgetAnswers();
      this.#visitor = stream.visitor;
    });
  }

  /** Follows the topics as long as somebody holds it. @returns {() => void} lets it go */
  hold() {
    clearTimeout(this.#release);
    this.#holders++;
    this.#follow();
    return () => {
      if (--this.#holders === 0) this.#release = setTimeout(() => this.#leave(), RELEASED_AFTER);
    };
  }

  /**
   * The texts of a topic, the newest first.
   * @param {TopicName} topic
   * @param {string} symbol those about it, and about the whole market; empty for all
   */
  of(topic, symbol) {
    const found = [...this.#texts.values()].filter((one) => one.topic === topic
      && (!symbol || symbol === one.symbol || (topic === 'commentary' && !one.symbol)));
    return found.sort((one, other) => other.at - one.at);
  }

  /**
   * Takes an event of the stream.
   * @param {TopicName} topic
   * @param {Sent} event
   */
  receive(topic, event) {
    const known = this.#texts.get(event.id);
    const text = known ?? new Text(topic, event);
    if (!text.add(event)) return;
    if (!known) this.#keep(text);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Takes texts at rest: of those that the stream brings too, only how they ended.
   * @param {TopicName} topic
   * @param {Sent[]} sent
   */
  take(topic, sent) {
    for (const one of sent) {
      const known = this.#texts.get(one.id);
      if (known && (!known.growing || !one.ended)) {
        known.doubtful = false;
        continue;
      }
      const text = known ?? new Text(topic, one);
      text.add(one);
      if (!known) this.#keep(text);
    }
    this.dispatchEvent(new Event('change'));
  }

  /** They were for somebody who is not here any more. */
  #forgetAnswers() {
    for (const { id, topic } of this.#texts.values()) if (topic === 'answer') this.#texts.delete(id);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Text} text */
  #keep(text) {
    this.#texts.set(text.id, text);
    if (this.#texts.size <= MOST) return;
    const oldest = [...this.#texts.values()].reduce((one, other) => (other.at < one.at ? other : one));
    this.#texts.delete(oldest.id);
  }

  #follow() {
    this.#subscribe('commentary', `commentary?language=${language}`);
    this.#subscribe('answer', 'answer');
  }

  /**
   * @param {TopicName} topic
   * @param {string} name
   */
  #subscribe(topic, name) {
    const wanted = this.#holders > 0 && stream.offers(name);
    const leave = this.#subscriptions.get(topic);
    if (wanted && !leave) this.#subscriptions.set(topic, stream.subscribe(name, (event) => this.receive(topic, event)));
    if (wanted || !leave) return;
    this.#subscriptions.delete(topic);
    leave();
  }

  #leave() {
    this.#asking.abort();
    this.#follow();
    this.#texts.clear();
  }

  /** After a snapshot, those that are being written come again; of others, the end may have been missed. */
  #doubt() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    for (const text of this.#texts.values()) text.doubtful = text.growing;
    setTimeout(() => [...this.#texts.values()].filter(({ doubtful }) => doubtful).forEach((text) => this.#ask(text, signal)), CONFIRMED_WITHIN);
  }

  /** @param {Text} text @param {AbortSignal} signal */
  #ask(text, signal) {
    new Loader(() => send('GET', `api/commentary/${encodeURIComponent(text.id)}`), ({ status, data }) => {
      if (status === 200) this.take(text.topic, [data]);
      // Nothing at all is an answer too.
      if (status !== 404) return;
      text.giveUp();
      this.dispatchEvent(new Event('change'));
    }, signal).load();
  }
}

/** The texts that the panels share. */
export const texts = new TextStore();
