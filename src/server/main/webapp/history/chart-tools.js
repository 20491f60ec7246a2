// @ts-check
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { say } from '../core/words.js';
import { RANGES } from './ranges.js';

const menus = () => import('./chart-menus.js');

/**
 * What stands above the chart: its ranges, what it shows, and whether it is a table. What the visitor chooses is kept; a
 * symbol to compare with is not, and is asked for by `compare`.
 */
export class ChartTools {
  element;
  #ranges = make('div', { class: 'ranges', role: 'group', 'aria-label': say('chart.range') });
  #table = make('button', { type: 'button' }, say('chart.table'));
  #save = make('button', { type: 'button', hidden: true, title: say('chart.save.long') }, say('chart.save'));

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
    this.element = make('div', { class: 'chart-tools' },
      this.#ranges,
      menu(say('chart.show'), async () => (await menus()).indicators(signal), signal),
      menu(say('chart.compare'), async () => (await menus()).comparison(symbol, compare, signal), signal),
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
}

/**
 * A menu under a button, filled when it is first opened. Escape and a click elsewhere close it.
 * @param {string} title
 * @param {() => Promise<HTMLElement[]>} load
 * @param {AbortSignal} signal
 */
function menu(title, load, signal) {
  const summary = make('summary', {}, title);
  const content = make('div');
  const element = make('details', { class: 'menu' }, summary, content);
  element.addEventListener('toggle', () => load().then((parts) => content.append(...parts)).catch(reloadIfModuleIsMissing), { signal, once: true });
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
