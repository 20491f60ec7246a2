// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'settings.title': 'Settings',
  'settings.theme': 'Appearance',
  'settings.theme.auto': 'As the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.palette': 'Rise and fall',
  'settings.palette.green': 'Green rises, red falls',
  'settings.palette.red': 'Red rises, green falls',
  'settings.palette.blue': 'Blue rises, orange falls',
  'settings.language': 'Language',
};
