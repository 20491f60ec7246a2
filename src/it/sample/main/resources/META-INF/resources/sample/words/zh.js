// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'memos.view': '备忘',
  'memos.key': '备忘',
  'memos.count': ({ count }) => `${count} 条备忘`,
  'memos.symbol': '代码',
  'memos.text': '内容',
  'memos.write': '写入',
  'memos.failed': '备忘未写入:{detail}',
  'memos.order': '备忘排序',
  'memos.order.newest': '最新在前',
  'memos.order.oldest': '最早在前',
};
