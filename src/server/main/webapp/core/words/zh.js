// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'dialog.close': '关闭',
  'view.title': '视图',
};
