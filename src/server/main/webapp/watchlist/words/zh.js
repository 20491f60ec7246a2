// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'watchlist.title': '自选',
  'watchlist.all': '全部证券',
  'watchlist.first': '自选股',
  'watchlist.star': '将 {symbol} 加入自选',
  'watchlist.edit': '管理自选',
  'watchlist.button': '管理自选',
  'watchlist.empty': '“{name}”中还没有证券。请先显示全部，再点击代码前的星标 ☆ 加入。',
  'watchlist.hint': '点击代码前的星标或按 w，即可加入当前或最近查看的自选；分享本页链接时会带上该自选。',
  'watchlist.name': '新自选的名称',
  'watchlist.create': '新建',
  'watchlist.rename': '“{name}”的名称',
  'watchlist.show': '查看',
  'watchlist.open': '查看“{name}”',
  'watchlist.up': '上移“{name}”',
  'watchlist.delete': '删除',
  'watchlist.remove': '删除“{name}”',
  'watchlist.deleted': '已删除“{name}”。',
  'watchlist.undo': '撤销',
  'watchlist.key': '将该证券加入或移出自选',
};
