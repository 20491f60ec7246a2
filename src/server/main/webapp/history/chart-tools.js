// @ts-check
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { companyName, quotes } from '../quotes/quote-store.js';
import { RANGES } from './ranges.js';
import { chooseStudy, chosenStudies, STUDIES } from './studies.js';

const STYLES = ['auto', 'candles', 'line'];

/**
 * What stands above the chart: its ranges, what it shows, and whether it is a table. What the visitor chooses is kept; a
 * symbol to compare with is not, and is asked for by `compare`.
 */
export class ChartTools {
  element;
  #ranges = make('div', { class: 'ranges', role: 'group', 'aria-label': say('chart.range') });
  #table = make('button', { type: 'button' }, say('chart.table'));
  #save = make('button', { type: 'button', hidden: true, title: say('chart.save.long') }, say('chart.save'));
  #compared = make('input', {
    type: 'text', list: 'chart-symbols', spellcheck: 'false', autocomplete: 'off', 'aria-label': say('chart.compare.symbol'), placeholder: say('chart.compare.symbol'),
  });

  /**
   * @param {string} symbol
   * @param {{compare: (symbol: string) => void, toggleTable: () => boolean, save: () => void}} actions
   * @param {AbortSignal} signal
   */
  constructor(symbol, { compare, toggleTable, save }, signal) {
    for (const { name } of RANGES) {
      const button = make('button', { type: 'button', value: name }, say(`range.${name}`));
      button.addEventListener('click', () => preferences.set('range', name), { signal });
      this.#ranges.append(button);
    }
    this.#table.addEventListener('click', () => {
      const shown = toggleTable();
      this.#table.setAttribute('aria-pressed', String(shown));
      this.#save.hidden = !shown;
    }, { signal });
    this.#save.addEventListener('click', save, { signal });
    this.#table.setAttribute('aria-pressed', 'false');
    const none = make('button', { type: 'button' }, say('chart.compare.none'));
    const symbols = quotes.instruments.filter((one) => one.symbol !== symbol).map((one) => make('option', { value: one.symbol }, companyName(one)));
    const list = make('datalist', { id: 'chart-symbols' }, ...symbols);
    this.#compared.addEventListener('change', () => compare(known(this.#compared.value)), { signal });
    none.addEventListener('click', () => compare((this.#compared.value = '')), { signal });
    this.element = make('div', { class: 'chart-tools' },
      this.#ranges,
      menu(say('chart.show'), [this.#styles(signal), this.#studies(signal)], signal),
      menu(say('chart.compare'), [this.#compared, none, list], signal),
      this.#table,
      this.#save);
    const update = () => this.#update();
    preferences.addEventListener('change', update, { signal });
    update();
  }

  #update() {
    const range = preferences.get('range', RANGES[0].name);
    for (const button of this.#ranges.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === range));
  }

  /** @param {AbortSignal} signal */
  #styles(signal) {
    const chosen = preferences.get('chart-style', STYLES[0]);
    const choices = STYLES.map((style) => {
      const radio = make('input', { type: 'radio', name: 'chart-style', value: style, checked: style === chosen });
      radio.addEventListener('change', () => preferences.set('chart-style', style), { signal });
      return make('label', {}, radio, say(`style.${style}`));
    });
    return make('fieldset', {}, make('legend', {}, say('chart.style')), ...choices);
  }

  /** @param {AbortSignal} signal */
  #studies(signal) {
    const chosen = chosenStudies();
    const choices = STUDIES.map(({ name, numbers }) => {
      const box = make('input', { type: 'checkbox', value: name, checked: chosen.includes(name) });
      box.addEventListener('change', () => chooseStudy(name, box.checked), { signal });
      return make('label', { 'data-line': name }, box, `${say(`study.${name}.long`)} ${numbers}`);
    });
    return make('fieldset', {}, make('legend', {}, say('chart.studies')), ...choices);
  }
}

/** A symbol as the market writes it; empty if there is no such. @param {string} text */
function known(text) {
  const wanted = text.trim().toUpperCase();
  return quotes.instruments.find(({ symbol }) => symbol.toUpperCase() === wanted)?.symbol ?? '';
}

/**
 * A menu under a button. Escape and a click elsewhere close it.
 * @param {string} title
 * @param {HTMLElement[]} content
 * @param {AbortSignal} signal
 */
function menu(title, content, signal) {
  const summary = make('summary', {}, title);
  const element = make('details', { class: 'menu' }, summary, make('div', {}, ...content));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    event.preventDefault();
    event.stopPropagation();
    element.open = false;
    summary.focus();
  }, { signal });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!element.contains(/** @type {Node} */ (target))) element.open = false;
  }, { signal });
  return element;
}
