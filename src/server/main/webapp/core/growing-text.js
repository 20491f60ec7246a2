// @ts-check

/** @typedef {{from: number, text: string}} Piece with the number of characters that come before it, among other fields */

/**
 * A text that arrives in pieces, as the events of a `growing` topic.
 *
 * A piece from 0 begins the text anew. A piece that overlaps what is there adds only what is new. A piece that begins
 * behind the end is refused, as pieces before it are missing.
 */
export class GrowingText {
  text = '';
  /** @type {Record<string, unknown>} */ #fields = {};

  /**
   * @param {Piece} piece
   * @returns {boolean} false if pieces before it are missing
   */
  add(piece) {
    const { from, text } = piece;
    if (from > this.text.length) return false;
    this.text = from === 0 ? text : this.text + text.slice(this.text.length - from);
    this.#fields = { ...piece };
    return true;
  }

  /** The text so far as one event, with the fields of the last piece: for a listener that comes late. */
  get event() {
    return { ...this.#fields, from: 0, text: this.text };
  }

  /** The same as JSON. */
  toString() {
    return JSON.stringify(this.event);
  }
}
