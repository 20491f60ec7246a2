// @ts-check
import { send } from '../../core/send.js';

// The server takes it as true for five seconds.
const AGAIN_AFTER = 3000;

/** Tells others that the visitor is writing, as long as that is so. */
export class TypingSignal {
  #place;
  #toldAt = -Infinity;

  /** @param {string} room @param {AbortSignal} signal */
  constructor(room, signal) {
    this.#place = `api/chat/${encodeURIComponent(room)}/typing`;
    signal.addEventListener('abort', () => this.#stop());
  }

  /** @param {string} text so far */
  written(text) {
    const now = performance.now();
    if (!text.trim()) return this.#stop();
    if (now - this.#toldAt < AGAIN_AFTER) return;
    this.#toldAt = now;
    send('PUT', this.#place);
  }

  /** The message itself says that the visitor has ended. */
  sent() {
    this.#toldAt = -Infinity;
  }

  #stop() {
    if (performance.now() - this.#toldAt < AGAIN_AFTER) send('DELETE', this.#place);
    this.#toldAt = -Infinity;
  }
}
