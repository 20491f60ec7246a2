// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'account.signIn': 'Sign in',
  'account.again': 'Signed out: sign in again',
  'account.of': 'Account of {name}',
};
