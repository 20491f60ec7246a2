// @ts-check

/** What a line asks of the server, and from where on. */
export class StreamQuery {
  /** @type {string[]} */ topics = [];
  /** Writes a second at the most; 0 for all there are. */ rate = 0;
  /** Of the last event that was heard; empty for the beginning. */ position = '';

  /**
   * @param {string[]} topics
   * @param {number} rate
   * @returns {boolean} whether that asks for anything else than before
   */
  change(topics, rate) {
    const same = topics.join() === this.topics.join();
    if (same && rate === this.rate) return false;
    // A position belongs to its topics; the rate does not matter to it.
    if (!same) this.position = '';
    this.topics = topics;
    this.rate = rate;
    return true;
  }

  /** As the server reads it. */
  get query() {
    const asked = this.#asked();
    if (this.position) asked.set('lastEventId', this.position);
    return asked.toString();
  }

  /** As people read it. */
  toString() {
    return decodeURIComponent(this.#asked().toString());
  }

  #asked() {
    const asked = new URLSearchParams({ topic: this.topics.join() });
    if (this.rate) asked.set('rate', String(this.rate));
    return asked;
  }
}
