// @ts-check
import { preferences } from '../core/preferences.js';
import { language, LANGUAGES } from '../core/words.js';

/** The colours of rise and fall, the default first: in China, red rises. */
export const PALETTES = language === 'zh' ? ['red', 'green', 'blue'] : ['green', 'red', 'blue'];

/** @type {import('../core/features.js').Feature} A window with all settings; its own are colours and language. */
export default {
  name: 'settings',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [{ slot: 'tools', tag: 'settings-button', load: () => import('./settings-button.js') }],
  settings: [
    { name: 'theme', label: 'settings.theme', values: ['auto', 'light', 'dark'] },
    { name: 'palette', label: 'settings.palette', values: PALETTES },
    {
      name: 'language',
      label: 'settings.language',
      choices: () => Object.entries(LANGUAGES),
      chosen: () => language,
      choose: (value) => {
        preferences.set('language', value);
        // The page is already written in the old language.
        location.reload();
      },
    },
  ],
};
