// @ts-check
import { make } from '../../core/dom.js';
import { marketZone } from '../../core/market-zone.js';
import { route } from '../../core/route.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { LivePrices } from '../../quotes/live-prices.js';
import { quotes } from '../../quotes/quote-store.js';
import { FLOOR, roomAsked } from '../place.js';
import { announce } from './announcer.js';
import { Composer } from './composer.js';
import { mayChange, openActions } from './message-actions.js';
import { MessageList } from './message-list.js';
import { ownRights } from './own-rights.js';
import { People } from './people.js';
import { RoomMessages } from './room-messages.js';
import { roomName, RoomTabs } from './room-tabs.js';

/** Screens on which the panel is all there is, as its style sheet has it. */
const COVERING = '(max-width: 48rem)';

/** `<chat-panel></chat-panel>`: the room that the address asks for, beside the view or, on a small screen, above it. */
class ChatPanel extends HTMLElement {
  /** What had the focus before. @type {HTMLElement | undefined} */ opener;
  #room = '';
  #status = make('p', { class: 'status', role: 'status' });
  #people = make('div');
  #body = make('div', { class: 'body' });
  #disconnected = new AbortController();
  #left = new AbortController();

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    const close = make('button', { type: 'button', class: 'close', 'aria-label': say('chat.close') }, '×');
    close.addEventListener('click', leave, { signal });
    const header = make('header', {}, make('h2', { tabindex: '-1' }, say('chat.title')), this.#people, close);
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', say('chat.title'));
    this.replaceChildren(header, new RoomTabs(signal).element, this.#status, this.#body);
    this.addEventListener('keydown', (event) => this.#press(event), { signal });
    this.addEventListener('click', follow, { signal });
    route.addEventListener('change', () => this.#update(), { signal });
    quotes.addEventListener('instruments', () => this.#update(), { signal });
    for (const type of ['state', 'start']) stream.addEventListener(type, () => this.#showStatus(), { signal });
    followViewport(this, signal);
    this.#showStatus();
    this.#update();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#left.abort();
  }

  #update() {
    const room = stream.offers('chat') ? roomAsked() : '';
    if (room === this.#room) return;
    const opened = !this.#room;
    this.#room = room;
    this.#left.abort();
    this.#body.replaceChildren();
    const focused = this.contains(document.activeElement);
    this.hidden = !room;
    if (room) this.#enter(room, opened || focused);
    else if (focused || document.activeElement === document.body) this.opener?.focus();
  }

  /** @param {string} room @param {boolean} focus */
  #enter(room, focus) {
    this.#left = new AbortController();
    const { signal } = this.#left;
    const messages = new RoomMessages(room, signal);
    const prices = new LivePrices(signal);
    const tools = {
      canChange: mayChange,
      link: (/** @type {string} */ symbol, /** @type {string} */ text) => prices.link(symbol, text),
      rewrite: (/** @type {import('./outbox.js').Pending} */ pending) => composer.rewrite(pending),
      menu: (/** @type {import('./room-messages.js').Message} */ message, /** @type {HTMLElement} */ button) =>
        openActions(messages, message, button, (one) => composer.edit(one)),
    };
    const list = new MessageList(messages, tools, say('chat.messages', { room: roomName(room) }), signal);
    const label = room === FLOOR ? say('chat.writeOnFloor') : say('chat.writeAt', { room });
    const composer = new Composer(messages, label, () => list.toEnd(), signal);
    const people = new People(messages, signal);
    announce(messages, signal);
    const anew = () => list.forget();
    quotes.addEventListener('instruments', anew, { signal });
    marketZone.addEventListener('change', anew, { signal });
    ownRights.addEventListener('change', anew, { signal });
    stream.addEventListener('visitor', anew, { signal });
    this.#people.replaceChildren(people.element);
    this.#body.replaceChildren(list.element, people.typing, composer.element);
    // Where a finger writes, the keyboard comes only when it is wanted.
    if (focus && matchMedia('(pointer: fine)').matches) composer.focus();
    else if (focus) this.querySelector('h2')?.focus();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  }

  #showStatus() {
    const { state, paused } = stream;
    const what = paused ? 'paused' : ['live', 'connecting'].includes(state) ? '' : state === 'held' ? 'held' : 'away';
    const text = what && say(`chat.status.${what}`);
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#status.hidden = !text;
    if (stream.epoch && !stream.offers('chat')) this.#update();
  }
}

/** Keeps the panel in the part of the screen that its keyboard leaves. @param {HTMLElement} panel @param {AbortSignal} signal */
function followViewport(panel, signal) {
  const viewport = window.visualViewport;
  const update = () => {
    if (!viewport) return;
    panel.style.setProperty('--top', `${viewport.offsetTop}px`);
    panel.style.setProperty('--height', `${viewport.height}px`);
  };
  for (const type of ['resize', 'scroll']) viewport?.addEventListener(type, update, { signal });
  update();
}

/** Where the panel covers all there is, a link to a symbol leads out of it; the way back leads in again. @param {MouseEvent} event */
function follow(event) {
  const link = /** @type {Element} */ (event.target).closest('a.symbol');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !matchMedia(COVERING).matches) return;
  event.preventDefault();
  route.navigate({ symbol: new URLSearchParams(/** @type {HTMLAnchorElement} */ (link).search).get('symbol') ?? '', chat: '' });
}

function leave() {
  route.navigate({ chat: '' });
}

/** Makes the panel, once: from then on it follows the address. @param {HTMLElement} opener gets the focus when it closes */
export function showPanel(opener) {
  if (document.querySelector('chat-panel')) return;
  const panel = /** @type {ChatPanel} */ (make('chat-panel'));
  panel.opener = opener;
  document.querySelector('main')?.append(panel);
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('chat.css', import.meta.url),
  loadStylesheet('writing.css', import.meta.url),
]);
customElements.define('chat-panel', ChatPanel);
