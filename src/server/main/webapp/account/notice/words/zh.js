// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'account.pricesFirst': '此处行情仅供有账户的用户查看，请先登录。',
  'account.pricesAgain': '您的登录已失效，请重新登录以查看行情。',
};
