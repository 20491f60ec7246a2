// @ts-check
import { make } from '../core/dom.js';
import { preferences } from '../core/preferences.js';
import { say } from '../core/words.js';
import { companyName, quotes } from '../quotes/quote-store.js';
import { chooseStudy, chosenStudies, STUDIES } from './studies.js';

const STYLES = ['auto', 'candles', 'line'];

/** How the chart is drawn, and what is calculated from it. @param {AbortSignal} signal */
export function indicators(signal) {
  return [styles(signal), studies(signal)];
}

/**
 * What the chart can be compared with.
 * @param {string} symbol of the chart
 * @param {(symbol: string) => void} compare called with the other symbol, empty for none
 * @param {AbortSignal} signal
 */
export function comparison(symbol, compare, signal) {
  const field = make('input', {
    type: 'text', list: 'chart-symbols', spellcheck: 'false', autocomplete: 'off', 'aria-label': say('chart.compare.symbol'), placeholder: say('chart.compare.symbol'),
  });
  const none = make('button', { type: 'button' }, say('chart.compare.none'));
  const symbols = quotes.instruments.filter((one) => one.symbol !== symbol).map((one) => make('option', { value: one.symbol }, companyName(one)));
  const list = make('datalist', { id: 'chart-symbols' }, ...symbols);
  field.addEventListener('change', () => compare(known(field.value)), { signal });
  none.addEventListener('click', () => compare((field.value = '')), { signal });
  return [field, none, list];
}

/** @param {AbortSignal} signal */
function styles(signal) {
  const chosen = preferences.get('chart-style', STYLES[0]);
  const choices = STYLES.map((style) => {
    const radio = make('input', { type: 'radio', name: 'chart-style', value: style, checked: style === chosen });
    radio.addEventListener('change', () => preferences.set('chart-style', style), { signal });
    return make('label', {}, radio, say(`style.${style}`));
  });
  return make('fieldset', {}, make('legend', {}, say('chart.style')), ...choices);
}

/** @param {AbortSignal} signal */
function studies(signal) {
  const chosen = chosenStudies();
  const choices = STUDIES.map(({ name, numbers }) => {
    const box = make('input', { type: 'checkbox', value: name, checked: chosen.includes(name) });
    box.addEventListener('change', () => chooseStudy(name, box.checked), { signal });
    return make('label', { 'data-line': name }, box, `${say(`study.${name}.long`)} ${numbers}`);
  });
  return make('fieldset', {}, make('legend', {}, say('chart.studies')), ...choices);
}

/** A symbol as the market writes it; empty if there is no such. @param {string} text */
function known(text) {
  const wanted = text.trim().toUpperCase();
  return quotes.instruments.find(({ symbol }) => symbol.toUpperCase() === wanted)?.symbol ?? '';
}
