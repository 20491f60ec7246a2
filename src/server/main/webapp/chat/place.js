// @ts-check
import { route } from '../core/route.js';
import { quotes } from '../quotes/quote-store.js';

/** The room of all who are here. */
export const FLOOR = 'floor';

/** The value of the address's `chat` that stands for the room of the symbol that is looked at, whichever it is. */
const SYMBOL = 'symbol';

/** The symbol that is looked at; empty for none that there is: it has no room, and a server refuses to say what happens there. */
export function symbolAtHand() {
  const symbol = route.get('symbol');
  return quotes.instrument(symbol) ? symbol : '';
}

/** The room that the address asks for; empty if it asks for none. */
export function roomAsked() {
  const asked = route.get('chat');
  return asked === SYMBOL ? symbolAtHand() || FLOOR : asked && FLOOR;
}

/** What the address says for a room. @param {string} room @returns {Record<string, string>} */
export function placeOf(room) {
  return room === FLOOR ? { chat: FLOOR } : { chat: SYMBOL, symbol: room };
}
