// @ts-check
/** @type {import('../../../core/words.js').Words} */
export const words = {
  'account.pricesFirst': 'Prices here are for people with an account. Sign in to see them.',
  'account.pricesAgain': 'Your session has ended. Sign in again to see prices.',
};
