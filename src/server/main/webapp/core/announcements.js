// @ts-check
import { make } from './dom.js';
import { pressed } from './keys.js';
import { loadStylesheet } from './stylesheet.js';
import { say } from './words.js';

/**
 * Something to do: with a key, as for `onKey`, that does it too; perhaps only for so many seconds, which are counted down while
 * it does not have the focus, and then it is gone.
 * @typedef {{label: string, run: () => unknown, key?: string, seconds?: number, gone?: () => unknown}} Act
 */
/**
 * What is shown for a moment: a title, perhaps a text, and perhaps something to do.
 * @typedef {{title: string, text?: string, kind?: 'problem', act?: Act}} Toast
 */
/** A toast that is shown: its text can change, and so end what there was to do. @typedef {{open: boolean, tell(text: string, ended?: boolean): void, close(): void}} Shown */

const MOST_TOASTS = 3;
const SHOWN_FOR = 10_000;
const MOST_SENTENCES = 20;
const SAID_FOR = 5000;

/**
 * The one polite live region of what just happens, in any part of the page: sentences that are only heard, and toasts. Load it
 * when there is something to say. What is shown in a toast must be found elsewhere, too, because toasts go.
 */
class Announcements {
  #sentences = make('div', { class: 'sentences' });
  #toasts = make('div');
  // Of a status, everything is read again at each change, unless it says otherwise.
  #region = make('div', { class: 'announcements', role: 'status', 'aria-atomic': 'false' }, this.#sentences, this.#toasts);
  #timer = 0;
  /** @type {Element | null} What had the focus before a toast. */ #before = null;

  constructor() {
    document.body.append(this.#region);
    const held = () => clearTimeout(this.#timer);
    this.#toasts.addEventListener('pointerenter', held);
    this.#toasts.addEventListener('focusin', ({ relatedTarget }) => {
      held();
      if (relatedTarget instanceof Element && !this.#region.contains(relatedTarget)) this.#before = relatedTarget;
    });
    for (const type of ['pointerleave', 'focusout']) this.#toasts.addEventListener(type, () => this.#plan());
    document.addEventListener('visibilitychange', () => this.#plan());
  }

  /** Says a sentence to those who listen to the page. @param {string} sentence */
  say(sentence) {
    this.#comeToFront();
    const said = make('p', {}, sentence);
    this.#sentences.append(said);
    if (this.#sentences.childElementCount > MOST_SENTENCES) this.#sentences.firstChild?.remove();
    setTimeout(() => said.remove(), SAID_FOR);
  }

  /** Shows a toast, and says it; the oldest goes if there are too many. @param {Toast} toast @returns {Shown} */
  show({ title, text = '', kind, act }) {
    this.#comeToFront();
    const close = make('button', { type: 'button', class: 'close', 'aria-label': say('dialog.close') }, '×');
    const words = make('p', { hidden: !text }, text);
    const card = make('section', { class: 'toast', 'data-kind': kind ?? false }, make('strong', {}, title), close, words);
    const button = act && this.#button(card, act);
    if (button) card.append(button);
    close.addEventListener('click', () => this.#remove(card));
    card.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      // It is not for the window around it.
      event.preventDefault();
      event.stopPropagation();
      this.#remove(card);
    });
    this.#toasts.append(card);
    if (this.#toasts.childElementCount > MOST_TOASTS) this.#remove(this.#toasts.firstElementChild);
    this.#plan();
    return {
      get open() {
        return card.isConnected;
      },
      tell: (its, ended) => {
        if (words.textContent !== its) words.textContent = its;
        words.hidden = !its;
        if (ended) this.#end(card, button);
        this.#plan();
      },
      close: () => this.#remove(card),
    };
  }

  /** @param {HTMLElement} card @param {Act} act */
  #button(card, { label, run, key = '', seconds = 0, gone = () => {} }) {
    // The seconds are for those who see them.
    const left = make('b', { 'aria-hidden': 'true' }, String(seconds));
    const button = make('button', { type: 'button', class: 'act', 'aria-keyshortcuts': key && pressed(key) }, label, ...(seconds ? [' ', left] : []));
    if (key) button.title = pressed(key);
    button.addEventListener('click', () => {
      this.#remove(card);
      run();
    });
    if (!seconds) return button;
    let rest = seconds;
    const timer = setInterval(() => {
      if (button.isConnected && button !== document.activeElement) left.textContent = String(--rest);
      if (button.isConnected && rest > 0) return;
      clearInterval(timer);
      this.#end(card, button);
      gone();
    }, 1000);
    return button;
  }

  /** @param {HTMLElement} card @param {HTMLElement | undefined} button of what cannot be done any more */
  #end(card, button) {
    if (button === document.activeElement) /** @type {HTMLElement} */ (card.querySelector('.close')).focus();
    button?.remove();
  }

  /** Removes the oldest toast after a while, unless somebody is at one, or nobody looks. */
  #plan() {
    clearTimeout(this.#timer);
    const oldest = this.#toasts.firstElementChild;
    if (!oldest || document.hidden || this.#toasts.matches(':hover, :focus-within')) return;
    this.#timer = setTimeout(() => {
      this.#remove(oldest);
      this.#plan();
    }, SHOWN_FOR);
  }

  /** @param {Element | null} card */
  #remove(card) {
    const focused = card?.contains(document.activeElement);
    card?.remove();
    if (!focused) return;
    const next = this.#toasts.lastElementChild?.querySelector('.close') ?? this.#before;
    if (next instanceof HTMLElement) next.focus();
    this.#plan();
  }

  /** What is outside of a modal window is neither heard nor reached. */
  #comeToFront() {
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const place = dialog ?? document.body;
    if (this.#region.parentElement === place) return;
    place.append(this.#region);
    // Before the window takes it along.
    dialog?.addEventListener('close', () => document.body.append(this.#region), { once: true, capture: true });
  }
}

await loadStylesheet('announcements.css', import.meta.url);

/** The announcements of this page. */
export const announcements = new Announcements();
