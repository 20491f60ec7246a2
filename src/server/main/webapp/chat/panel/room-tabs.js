// @ts-check
import { make } from '../../core/dom.js';
import { route } from '../../core/route.js';
import { say } from '../../core/words.js';
import { quotes } from '../../quotes/quote-store.js';
import { rooms } from '../owner/rooms.js';
import { FLOOR, placeOf, roomAsked, symbolAtHand } from '../place.js';

const MOST = 4;

/** Links to the rooms: the floor, that of the symbol that is looked at, and others in which something is unread. */
export class RoomTabs {
  element = make('nav', { 'aria-label': say('chat.rooms') });

  /** @param {AbortSignal} signal */
  constructor(signal) {
    route.addEventListener('change', () => this.#show(), { signal });
    rooms.addEventListener('change', () => this.#show(), { signal });
    quotes.addEventListener('instruments', () => this.#show(), { signal });
    this.#show();
  }

  #show() {
    const current = roomAsked();
    const symbol = symbolAtHand();
    const near = [FLOOR, ...(symbol ? [symbol] : [])];
    const others = rooms.unreadRooms.filter((room) => !near.includes(room)).slice(0, MOST);
    const focused = [...this.element.children].findIndex((one) => one === document.activeElement);
    const links = [...near, ...others].map((room) => this.#link(room, room === current));
    this.element.replaceChildren(...links);
    if (focused >= 0) links[Math.min(focused, links.length - 1)].focus();
  }

  /** @param {string} room @param {boolean} current */
  #link(room, current) {
    const link = make('a', { href: route.href(placeOf(room)), 'data-route': true }, roomName(room));
    if (current) link.setAttribute('aria-current', 'page');
    const count = rooms.unread(room);
    if (count && !current) {
      link.append(' ', make('b', { 'aria-hidden': 'true' }, String(count)));
      link.setAttribute('aria-label', say('chat.roomUnread', { room: roomName(room), count }));
    }
    return link;
  }
}

/** @param {string} room */
export function roomName(room) {
  return room === FLOOR ? say('chat.floor') : room;
}
