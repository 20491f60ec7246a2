// @ts-check
import { topicsOf } from './topics.js';

/**
 * Whether a topic is new. A position is only valid for topics that were read up to it; their forms do not matter.
 * @param {string[]} topics
 * @param {string[]} before
 */
export function adds(topics, before) {
  return topicsOf(topics).some((topic) => !topicsOf(before).includes(topic));
}

/** What a stream asks the server for, and from which position on. */
export class StreamQuery {
  /** By their names, with their forms. @type {string[]} */ topics = [];
  /** Writes a second at most; 0 for all there are. */ rate = 0;
  /** The id of the last event; empty to begin with the latest. */ position = '';

  /**
   * @param {string[]} topics
   * @param {number} rate
   * @returns {boolean} whether anything is different from before
   */
  change(topics, rate) {
    const sameTopics = topics.join() === this.topics.join();
    if (sameTopics && rate === this.rate) return false;
    if (adds(topics, this.topics)) this.position = '';
    this.topics = topics;
    this.rate = rate;
    return true;
  }

  /** Takes the count of private messages out of the position, which only their owner's stream knows. */
  forgetPrivate() {
    this.position = this.position.split('.')[0];
  }

  /** The query as it is sent. */
  get parameters() {
    const parameters = this.#parameters();
    if (this.position) parameters.set('lastEventId', this.position);
    return parameters.toString();
  }

  /** The query as people read it. */
  toString() {
    return decodeURIComponent(this.#parameters().toString());
  }

  #parameters() {
    const parameters = new URLSearchParams({ topic: topicsOf(this.topics).join() });
    for (const name of this.topics) {
      for (const [parameter, form] of new URLSearchParams(name.split('?')[1])) {
        const others = parameters.get(parameter)?.split(',') ?? [];
        parameters.set(parameter, [...new Set([...others, form])].join());
      }
    }
    if (this.rate) parameters.set('rate', String(this.rate));
    return parameters;
  }
}
