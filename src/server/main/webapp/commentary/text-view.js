// @ts-check
import { make, setData, setText } from '../core/dom.js';
import { inMarketZone } from '../core/formats.js';
import { nameOf, say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { blocksOf, plain } from './markup.js';
import { completeLength } from './sentences.js';

/** @typedef {import('./markup.js').Run} Run */
/** @typedef {import('./text-store.js').Text} Text */
/** @typedef {{source: string, item: boolean, element: HTMLElement, runs: Run[]}} Rendered */

const COPIED_FOR = 2000;
const DAY = 86_400_000;
const LANGUAGES = { en: 'en', zh: 'zh-CN' };
const minute = inMarketZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayAndMinute = inMarketZone({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const still = matchMedia('(prefers-reduced-motion: reduce)');
const isSymbol = (/** @type {string} */ word) => quotes.instrument(word) !== undefined;

/** One text. While it grows, only what is new is changed, so that what the visitor selects or points at stays. */
export class TextView {
  element = make('article');
  #text;
  #prices;
  #body;
  #when = document.createTextNode('');
  #end = document.createTextNode('');
  #foot = make('p', { class: 'end' }, this.#end);
  /** @type {Rendered[]} */ #rendered = [];
  #version = -1;
  /** @type {HTMLButtonElement | undefined} */ #act;

  /**
   * @param {Text} text
   * @param {string} shown the symbol that all around it is about
   * @param {import('../quotes/live-prices.js').LivePrices} prices
   * @param {import('./ask-form.js').AskForm} ask
   */
  constructor(text, shown, prices, ask) {
    this.#text = text;
    this.#prices = prices;
    this.#body = make('div', { class: 'text', lang: LANGUAGES[/** @type {'en'} */ (text.language)] ?? text.language });
    const { symbol, question, occasion, at, model } = text;
    const about = make('p', { class: 'about' }, make('time', { datetime: new Date(at).toISOString() }, this.#when));
    if (question) this.element.append(make('p', { class: 'question' }, question));
    else about.append(make('span', {}, nameOf('commentary.occasion', occasion)));
    if (symbol && symbol !== shown) about.append(prices.link(symbol));
    about.append(make('span', { class: 'acts' }, ...this.#buttons(ask)));
    this.element.append(about, this.#body, this.#foot);
    if (model) this.element.append(make('p', { class: 'author' }, say('commentary.model', { model })));
  }

  /** Makes all of it anew at the next paint. */
  forget() {
    this.#version = -1;
    this.#rendered = [];
    this.#body.replaceChildren();
  }

  paint() {
    const { text, growing, reason, version } = this.#text;
    if (version === this.#version) return;
    this.#version = version;
    this.#date();
    const shown = growing && still.matches ? text.slice(0, completeLength(text)) : text;
    this.#show(shown, growing);
    setData(this.element, 'state', growing ? 'growing' : reason || 'complete');
    setText(this.#end, growing || !reason || reason === 'complete' ? '' : reasonText(reason));
    if (this.#act) this.#act.textContent = say(growing ? 'commentary.stop' : 'commentary.askAgain');
  }

  /** Which zone the market's times are in may be known later. */
  #date() {
    const { at, question, occasion, symbol } = this.#text;
    const when = Date.now() - at < DAY / 2 ? minute(at) : dayAndMinute(at);
    setText(this.#when, when);
    this.element.setAttribute('aria-label', question || [nameOf('commentary.occasion', occasion), symbol, when].filter(Boolean).join(', '));
  }

  /** @param {string} text @param {boolean} growing */
  #show(text, growing) {
    const blocks = blocksOf(text, growing, isSymbol);
    // The caret needs a line to stand in.
    if (!blocks.length && growing) blocks.push({ source: '', item: false, runs: [] });
    const same = blocks.findIndex(({ item }, at) => this.#rendered[at]?.item !== item);
    this.#truncate(same < 0 ? blocks.length : same);
    blocks.forEach((block, at) => {
      const known = this.#rendered[at] ?? this.#append(block.item);
      known.source = block.source;
      this.#update(known, block.runs);
    });
  }

  /** @param {number} length */
  #truncate(length) {
    for (const { element, item } of this.#rendered.splice(length)) {
      const list = item ? element.parentElement : undefined;
      element.remove();
      if (list && !list.children.length) list.remove();
    }
  }

  /** @param {boolean} item @returns {Rendered} */
  #append(item) {
    const before = this.#rendered.at(-1);
    const rendered = { source: '', item, element: make(item ? 'li' : 'p'), runs: [] };
    if (!item) this.#body.append(rendered.element);
    else if (before?.item) before.element.parentElement?.append(rendered.element);
    else this.#body.append(make('ul', {}, rendered.element));
    this.#rendered.push(rendered);
    return rendered;
  }

  /** @param {Rendered} known @param {Run[]} runs */
  #update(known, runs) {
    const { element } = known;
    runs.forEach((run, at) => {
      const before = known.runs[at];
      if (before?.kind === run.kind && before.text === run.text) return;
      const node = element.childNodes[at];
      if (before?.kind === run.kind && run.kind !== 'symbol') grow(/** @type {Text_} */ (node.firstChild ?? node), run.text);
      else {
        while (element.childNodes.length > at) element.lastChild?.remove();
        known.runs.length = at;
        element.append(this.#node(run));
      }
      known.runs[at] = run;
    });
    while (element.childNodes.length > runs.length) element.lastChild?.remove();
    known.runs = runs;
  }

  /** @param {Run} run */
  #node({ kind, text }) {
    if (kind === 'symbol') return this.#prices.link(text);
    return kind === 'strong' ? make('strong', {}, text) : document.createTextNode(text);
  }

  /** @param {import('./ask-form.js').AskForm} ask */
  #buttons(ask) {
    const buttons = [];
    if (this.#text.topic === 'answer') {
      this.#act = make('button', { type: 'button' });
      this.#act.addEventListener('click', () => (this.#text.growing ? ask.stop(this.#text) : ask.again(this.#text)));
      buttons.push(this.#act);
    }
    // Over plain HTTP, pages can't copy.
    if (navigator.clipboard) buttons.push(copyButton(this.#text));
    return buttons;
  }
}

/** @typedef {globalThis.Text} Text_ */

/** Appends what is new, if it goes on: a selection stays. @param {Text_} node @param {string} text */
function grow(node, text) {
  if (text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
  else node.data = text;
}

/** @param {Text} text */
function copyButton(text) {
  const button = make('button', { type: 'button' }, say('commentary.copy'));
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(plain(text.text)).then(() => (button.textContent = say('commentary.copied')), console.warn);
    setTimeout(() => (button.textContent = say('commentary.copy')), COPIED_FOR);
  });
  return button;
}

/** @param {string} reason why a text is not complete */
export function reasonText(reason) {
  const known = nameOf('commentary.reason', reason);
  return known === reason ? nameOf('commentary.reason', 'failed') : known;
}
