// @ts-check
import { stream } from '../../../core/stream.js';

/** @typedef {{place: number, player: string, name: string, equity: number, percent: number, was?: number}} Place */
/** @typedef {{season: string, ends: string, players: number, time: string, places: Place[]}} Leaderboard as the server sends it */

/** How long it is shown that somebody has risen or fallen. */
const MOVED_FOR = 8000;

/** The leaderboard, and who has just changed places. Fires `change`. */
class BoardStore extends EventTarget {
  /** @type {Leaderboard | undefined} */ latest;
  /** @type {Map<string, {by: number, until: number}>} */ #moves = new Map();
  #leave = () => {};
  #holders = 0;

  /** Follows the board as long as somebody holds it. @returns {() => void} lets it go */
  hold() {
    if (this.#holders++ === 0) this.#leave = stream.subscribe('leaderboard', (message) => this.#take(message));
    return () => {
      if (--this.#holders === 0) this.#leave();
    };
  }

  /** By how many places somebody has risen not long ago; negative for fallen. @param {string} player */
  moved(player) {
    const move = this.#moves.get(player);
    return move && move.until > performance.now() ? move.by : 0;
  }

  /** @param {Leaderboard} message */
  #take(message) {
    const until = performance.now() + MOVED_FOR;
    if (message.season !== this.latest?.season) this.#moves.clear();
    for (const { player, place, was } of message.places) {
      if (was === undefined || was === place) continue;
      const by = this.moved(player) + was - place;
      this.#moves.set(player, { by, until });
    }
    for (const [player, move] of this.#moves) if (move.until <= performance.now()) this.#moves.delete(player);
    this.latest = message;
    this.dispatchEvent(new Event('change'));
  }
}

/** The leaderboard of this page. */
export const board = new BoardStore();
