// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'settings.title': '设置',
  'settings.theme': '外观',
  'settings.theme.auto': '跟随系统',
  'settings.theme.light': '浅色',
  'settings.theme.dark': '深色',
  'settings.palette': '涨跌颜色',
  'settings.palette.green': '绿涨红跌',
  'settings.palette.red': '红涨绿跌',
  'settings.palette.blue': '蓝涨橙跌',
  'settings.language': '语言',
};
