// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'dialog.close': 'Close',
  'view.title': 'Views',
};
