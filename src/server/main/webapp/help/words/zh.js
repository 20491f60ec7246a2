// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'help.title': '快捷键与帮助',
  'help.key': '打开本窗口',
  'help.shortcuts': '启用单键快捷键',
  'help.origin': '行情来自 Tickertape 自带的模拟器，或历史成交的回放，绝非真实市场。',
  'help.example': '最小示例',
  'help.metrics': '监控指标',
};
