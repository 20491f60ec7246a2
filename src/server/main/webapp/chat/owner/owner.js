// @ts-check
import { make } from '../../core/dom.js';
import { route } from '../../core/route.js';
import { stream } from '../../core/stream.js';
import { loadStylesheet } from '../../core/stylesheet.js';
import { addWords, say } from '../../core/words.js';
import { notices } from '../../notices/notices.js';
import { tell } from '../../notices/notifier.js';
import { FLOOR, placeOf, roomAsked } from '../place.js';
import { mentions } from './mentions.js';
import { rooms } from './rooms.js';

// What those have who have signed in: how much is unread, and who has mentioned them. It is loaded when somebody has.

const MOST = 99;
const MOST_CHARACTERS = 120;
/** @type {HTMLElement | undefined} */ let known;
/** The toasts of mentions, by their numbers. @type {Map<number, import('../../core/announcements.js').Shown[]>} */ const toasts = new Map();

/** Shows on a button how much is unread, from now on. @param {HTMLElement} button */
export function follow(button) {
  if (button === known) return;
  known = button;
  const count = make('b', { 'aria-hidden': 'true' });
  const show = () => {
    const { total } = rooms;
    const text = total ? say('chat.unread', { count: total }) : say('chat.title');
    count.textContent = total > MOST ? `${MOST}+` : String(total);
    count.hidden = !total;
    button.title = text;
    button.setAttribute('aria-label', text);
  };
  rooms.addEventListener('change', show);
  show();
  button.append(count);
}

function showMentions() {
  const unread = mentions.unread.length;
  if (!stream.visitor) notices.remove('chat');
  else notices.put('chat', { text: unread ? say('chat.mentions.unread', { count: unread }) : say('chat.mentions'), unread, open: () => openMention() });
}

/** Opens the room of a mention: of the oldest that is unread or, if all are read, of the newest there is. */
function openMention(mention = mentions.unread.at(-1) ?? mentions.all[0]) {
  route.navigate(placeOf(mention?.message.room ?? FLOOR));
}

/** @param {import('./mentions.js').Mention} mention */
function tellOf(mention) {
  const { id, room, author, text = '' } = mention.message;
  // Whoever looks at the room sees it there.
  if (room === roomAsked() && !document.hidden && document.hasFocus()) return;
  const title = room === FLOOR ? say('chat.mentioned', { name: author.name }) : say('chat.mentionedIn', { name: author.name, room });
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  toasts.set(mention.number, tell([{ id: `${author.id}.${id}`, title, text: shown }], { many: title, show: say('chat.show'), open: () => openMention(mention) }));
}

/** What was taken back is not shown any longer. */
function closeToasts() {
  const all = new Set(mentions.all.map(({ number }) => number));
  for (const [number, shown] of toasts) {
    if (!all.has(number)) shown.forEach((one) => one.close());
    if (!shown.some(({ open }) => open)) toasts.delete(number);
  }
}

function belong() {
  rooms.belongTo(stream.visitor);
  mentions.belongTo(stream.visitor);
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('owner.css', import.meta.url),
]);
mentions.addEventListener('mentioned', (event) => tellOf(/** @type {CustomEvent} */ (event).detail));
mentions.addEventListener('change', closeToasts);
for (const store of [mentions, rooms]) store.addEventListener('change', showMentions);
stream.addEventListener('visitor', belong);
belong();
