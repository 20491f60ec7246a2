// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'alerts.key': '新建预警',
  'alerts.title': '预警',
};
