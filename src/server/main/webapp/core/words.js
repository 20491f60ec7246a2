// @ts-check
import { preferences } from './preferences.js';

/** @typedef {Record<string, string | ((values: any) => string)>} Words with `{name}` where a value is filled in */
/** @typedef {Record<string, () => Promise<{words: Words}>>} WordsByLanguage */

const LOCALES = { en: 'en', zh: 'zh-CN' };

/** The languages, each by its own name. */
export const LANGUAGES = { en: 'English', zh: '简体中文' };

/** `en` or `zh`: the visitor's choice, or the first of the browser's languages that the page has. */
export const language = choose();

/** The locale of numbers and times: the browser's own if it is of the same language. */
export const locale = navigator.languages.find((one) => one.startsWith(language)) ?? LOCALES[language];

/** @type {Words} */ const words = {};
document.documentElement.lang = LOCALES[language];
await addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') });

/**
 * Adds the words of a feature, in English if it does not have the visitor's language. It cannot change those of others.
 * @param {WordsByLanguage} [byLanguage]
 */
export async function addWords(byLanguage = {}) {
  const load = byLanguage[language] ?? byLanguage.en;
  const added = load ? (await load()).words : {};
  for (const [key, text] of Object.entries(added)) words[key] ??= text;
}

/**
 * A text in the visitor's language.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  const found = words[key];
  if (found === undefined) throw new Error(`no words for '${key}' in ${language}`);
  const text = typeof found === 'function' ? found(values) : found;
  return text.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name]));
}

/**
 * Puts sentences one after the other; in Chinese without spaces.
 * @param {...string} all
 */
export function sentences(...all) {
  return all.join(language === 'zh' ? '' : ' ');
}

/**
 * The visitor's word for a name that comes from the server, or the name itself.
 * @param {string} family
 * @param {string} name
 */
export function nameOf(family, name) {
  return String(words[`${family}.${name}`] ?? name);
}

function choose() {
  const wanted = [preferences.get('language'), ...navigator.languages].map((one) => one.slice(0, 2));
  const found = wanted.find((one) => one in LOCALES) ?? 'en';
  return /** @type {keyof typeof LOCALES} */ (found);
}
