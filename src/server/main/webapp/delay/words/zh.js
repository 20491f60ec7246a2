// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'delay.mark': '延迟 {duration}',
  'delay.waiting': '延迟 {duration}：尚无可显示的价格',
};
