// @ts-check
import { topicsOf } from './topics.js';

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
    // A position is only valid for its topics; their forms do not matter, nor does the rate.
    if (topicsOf(topics).join() !== topicsOf(this.topics).join()) this.position = '';
    this.topics = topics;
    this.rate = rate;
    return true;
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
        const others = parameters.get(parameter);
        parameters.set(parameter, others ? `${others},${form}` : form);
      }
    }
    if (this.rate) parameters.set('rate', String(this.rate));
    return parameters;
  }
}
