// @ts-check
import { make, setText } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';
import { language, say } from '../core/words.js';
import { PastTexts } from './past-texts.js';
import { speaker } from './speaker.js';
import { texts } from './text-store.js';
import { TextView } from './text-view.js';

/** @typedef {import('./text-store.js').Text} Text */

// How many are shown before the visitor asks for earlier ones.
const ON_MARKET = 4;

/** The latest texts of a topic, the newest first, and earlier ones when they are wanted. */
export class TextList {
  element = make('div', { class: 'list' });
  #topic;
  #symbol;
  #prices;
  #ask;
  #past;
  #all = false;
  /** @type {Map<string, TextView>} */ #views = new Map();
  /** The answer whose end is kept in sight while it grows, until the visitor scrolls. */ #kept = '';
  #texts = make('div', { class: 'texts' });
  #none = document.createTextNode('');
  #earlier;
  #label = document.createTextNode('');

  /**
   * @param {import('./text-store.js').TopicName} topic
   * @param {string} symbol empty for all
   * @param {import('../quotes/live-prices.js').LivePrices} prices
   * @param {import('./ask-form.js').AskForm} ask
   * @param {AbortSignal} signal
   */
  constructor(topic, symbol, prices, ask, signal) {
    this.#topic = topic;
    this.#symbol = symbol;
    this.#prices = prices;
    this.#ask = ask;
    this.#past = new PastTexts(topic, symbol, language);
    this.#earlier = make('button', { type: 'button', class: 'earlier', hidden: true }, this.#label);
    this.#earlier.addEventListener('click', () => this.#fetch(), { signal });
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      this.element.addEventListener(type, () => (this.#kept = ''), { signal, passive: true });
    }
    this.element.append(this.#texts, make('p', { class: 'none' }, this.#none), this.#earlier);
    setText(this.#label, this.#word('earlier'));
  }

  forget() {
    this.#views.forEach((view) => view.forget());
  }

  paint() {
    const shown = this.#shown();
    for (const [id, view] of this.#views) {
      if (shown.some((text) => text.id === id)) continue;
      view.element.remove();
      this.#views.delete(id);
    }
    shown.forEach((text, at) => {
      const view = this.#view(text);
      // One that stays where it is must not be moved: it would lose the focus.
      if (this.#texts.children[at] !== view.element) this.#texts.insertBefore(view.element, this.#texts.children[at] ?? null);
      view.paint();
    });
    // From the oldest on: they are read in that order.
    shown.toReversed().forEach((text) => speaker.follow(text));
    const answers = this.#topic === 'answer';
    if (answers && shown[0]?.growing) this.#keepInSight(shown[0]);
    setText(this.#none, shown.length || answers ? '' : say('commentary.none'));
    this.#earlier.hidden = !this.#past.more || (answers && !this.#ask.allowed);
  }

  #shown() {
    const found = texts.of(this.#topic, this.#symbol);
    if (this.#all) return found;
    if (!this.#symbol) return found.slice(0, this.#topic === 'answer' ? 1 : ON_MARKET);
    // Of the symbol, and of the market.
    const own = found.find(({ symbol }) => symbol);
    const general = found.find(({ symbol }) => !symbol);
    return found.filter((text) => text === own || text === general || (text.growing && this.#topic === 'answer'));
  }

  /** @param {Text} text the newest */
  #keepInSight({ id, text }) {
    if (!text) this.#kept = id;
    if (this.#kept !== id) return;
    const { element } = this;
    const below = (this.#texts.firstElementChild?.getBoundingClientRect().bottom ?? 0) - element.getBoundingClientRect().bottom;
    if (below > 0) element.scrollTop += below;
  }

  /** @param {Text} text */
  #view(text) {
    const known = this.#views.get(text.id);
    if (known) return known;
    const view = new TextView(text, this.#symbol, this.#prices, this.#ask);
    this.#views.set(text.id, view);
    return view;
  }

  async #fetch() {
    if (this.#earlier.getAttribute('aria-disabled')) return;
    this.#earlier.setAttribute('aria-disabled', 'true');
    setText(this.#label, say('commentary.loading'));
    try {
      const found = await this.#past.fetch();
      this.#all = true;
      texts.take(this.#topic, found);
      if (!this.#past.more && this.element.contains(document.activeElement)) this.#focusLast();
      setText(this.#label, this.#word('earlier'));
    } catch (error) {
      console.warn(error);
      setText(this.#label, say('commentary.notLoaded'));
    }
    this.#earlier.removeAttribute('aria-disabled');
    paintSoon(this);
  }

  /** The button is about to go. */
  #focusLast() {
    this.#texts.tabIndex = -1;
    this.#texts.focus();
  }

  /** @param {string} what */
  #word(what) {
    return say(`commentary.${what}.${this.#topic}`);
  }
}
