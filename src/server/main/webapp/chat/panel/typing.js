// @ts-check
import { send } from '../../core/send.js';

// The server takes it as true for five seconds, of which one is for the way.
const AGAIN_AFTER = 4000;

/** Tells others that the visitor is writing, as long as that is so, and no more often than they need it. */
export class TypingSignal {
  #place;
  #toldAt = -Infinity;
  /** Whether the server still takes it as true. */ #told = false;

  /** @param {string} room @param {AbortSignal} signal */
  constructor(room, signal) {
    this.#place = `api/chat/${encodeURIComponent(room)}/typing`;
    signal.addEventListener('abort', () => this.#stop());
  }

  /** @param {string} text so far */
  written(text) {
    if (!text.trim()) return this.#stop();
    if (this.#isFresh) return;
    this.#toldAt = performance.now();
    this.#told = true;
    send('PUT', this.#place);
  }

  /** The message itself says that the visitor has ended. */
  sent() {
    this.#told = false;
  }

  get #isFresh() {
    return performance.now() - this.#toldAt < AGAIN_AFTER;
  }

  #stop() {
    if (this.#told && this.#isFresh) send('DELETE', this.#place);
    this.#told = false;
  }
}
