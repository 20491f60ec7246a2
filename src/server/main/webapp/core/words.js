// @ts-check
import { preferences } from './preferences.js';

/** @typedef {Record<string, any>} Values */

const LANGUAGES = { en: 'en', zh: 'zh-CN' };

/** The languages there are, each by its own name. */
export const NAMES = { en: 'English', zh: '简体中文' };

/** `en` or `zh`: chosen by the visitor, or the first of the browser's that is spoken here. */
export const language = choose();

/** The locale of numbers and times: the browser's own where it is of the same language. */
export const locale = navigator.languages.find((one) => one.startsWith(language)) ?? LANGUAGES[language];

const { words } = await import(`../words/${language}.js`);
document.documentElement.lang = LANGUAGES[language];

/**
 * What to say in the visitor's language.
 * @param {string} key
 * @param {Values} [values] put where the words have `{name}`
 * @returns {string}
 */
export function say(key, values = {}) {
  const found = words[key];
  if (found === undefined) throw new Error(`no words for '${key}' in ${language}`);
  const text = typeof found === 'function' ? found(values) : found;
  return text.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name]));
}

/**
 * The same, or the key's last part where there are no words: for names that come from the server.
 * @param {string} family
 * @param {string} name
 */
export function nameOf(family, name) {
  return words[`${family}.${name}`] ?? name;
}

function choose() {
  const wanted = [preferences.get('language'), ...navigator.languages].map((one) => one.slice(0, 2));
  const found = wanted.find((one) => one in LANGUAGES) ?? 'en';
  return /** @type {keyof typeof LANGUAGES} */ (found);
}
