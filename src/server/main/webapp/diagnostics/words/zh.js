// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'diagnostics.title': '运行统计',
  'diagnostics.button': '统计',
  'diagnostics.key': '连接与页面的运行统计',
  'diagnostics.events': '事件/秒',
  'diagnostics.latency': '延迟 p50 / p99',
  'diagnostics.clock': '服务器时钟超前',
  'diagnostics.merged': '已合并的变动',
  'diagnostics.reconnects': '重连次数',
  'diagnostics.tabs': '共用连接的标签页',
  'diagnostics.frames': '帧/秒 · 最长',
  'diagnostics.since': '已连接时长',
  'diagnostics.query': '订阅内容',

  'rate.title': '本标签页的更新频率',
  'rate.all': '全部',
  'rate.some': '每秒 {rate} 次',
};
