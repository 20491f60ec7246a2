// @ts-check
import { make } from '../core/dom.js';
import { send } from '../core/send.js';
import { stream } from '../core/stream.js';
import { language, say } from '../core/words.js';
import { problemText } from './problem-text.js';
import { texts } from './text-store.js';

/** @typedef {import('./text-store.js').Text} Text */

/** The box to ask something in; for those who may not, what they can do about it. */
export class AskForm {
  element = make('div', { class: 'ask' });
  /** Whether the visitor may ask, and so have answers. */ allowed = false;
  #symbol;
  #field = make('input', { type: 'text', name: 'question', autocomplete: 'off', enterkeyhint: 'send' });
  #send = make('button', { type: 'submit' }, say('commentary.ask'));
  #problem = make('p', { class: 'problem', role: 'alert', hidden: true });
  #form;
  #offer = make('button', { type: 'button', class: 'offer' }, say('commentary.signIn'));
  #late = make('p', { class: 'none' }, say('commentary.late'));

  /**
   * @param {string} symbol empty for the market
   * @param {AbortSignal} signal
   */
  constructor(symbol, signal) {
    this.#symbol = symbol;
    const label = symbol ? say('commentary.about', { symbol }) : say('commentary.aboutMarket');
    this.#form = make('form', {}, make('label', {}, make('span', {}, label), this.#field), this.#send);
    this.#field.placeholder = label;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    }, { signal });
    this.#field.addEventListener('input', () => this.#fail(''), { signal });
    this.#offer.addEventListener('click', signIn, { signal });
    this.element.append(this.#form, this.#offer, this.#late, this.#problem);
    for (const type of ['visitor', 'start']) stream.addEventListener(type, () => this.#update(), { signal });
    this.#update();
  }

  /** Stops a text. @param {Text} text */
  async stop(text) {
    const reply = await send('DELETE', `api/commentary/${encodeURIComponent(text.id)}`);
    // The stream says that it has ended.
    if (reply.status !== 204) this.#fail(problemText(reply));
  }

  /** Asks the same once more. @param {Text} text */
  async again({ question, symbol, language: its }) {
    if (await this.#ask(question, symbol, its)) this.#fail('');
  }

  async #submit() {
    const question = this.#field.value.trim();
    if (!question) return this.#field.focus();
    if (await this.#ask(question, this.#symbol, language)) this.#field.value = '';
  }

  /**
   * @param {string} question
   * @param {string} symbol
   * @param {string} its language
   * @returns {Promise<boolean>} whether it is being answered
   */
  async #ask(question, symbol, its) {
    if (this.#form.ariaBusy === 'true') return false;
    this.#form.ariaBusy = 'true';
    this.#fail('');
    const body = { question, language: its, ...(symbol && { symbol }) };
    const reply = await send('POST', 'api/commentary', body);
    this.#form.ariaBusy = 'false';
    if (reply.status !== 202) {
      this.#fail(problemText(reply));
      return false;
    }
    texts.take('answer', [reply.data]);
    return true;
  }

  /** @param {string} problem empty for none */
  #fail(problem) {
    this.#problem.textContent = problem;
    this.#problem.hidden = !problem;
    this.#field.setAttribute('aria-invalid', String(problem !== ''));
  }

  #update() {
    const offered = stream.offers('answer');
    const known = stream.visitor !== '';
    const late = stream.delayed !== '';
    this.allowed = offered && known && !late;
    this.#form.hidden = !this.allowed;
    this.#late.hidden = !(offered && known && late);
    this.#offer.hidden = !offered || known;
  }
}

function signIn() {
  document.dispatchEvent(new Event('sign-in'));
}
