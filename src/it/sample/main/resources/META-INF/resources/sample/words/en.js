// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'memos.view': 'Memos',
  'memos.key': 'the memos',
  'memos.count': ({ count }) => (count === 1 ? '1 memo' : `${count} memos`),
  'memos.symbol': 'Symbol',
  'memos.text': 'Text',
  'memos.write': 'Write',
  'memos.failed': 'The memo was not written: {detail}',
  'memos.order': 'Order of memos',
  'memos.order.newest': 'Newest first',
  'memos.order.oldest': 'Oldest first',
};
