// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'account.signIn': '登录',
  'account.again': '登录已失效，请重新登录',
  'account.of': '{name} 的账户',
};
