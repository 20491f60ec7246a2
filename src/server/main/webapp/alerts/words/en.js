// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'alerts.key': 'a new alert',
  'alerts.title': 'Alerts',
};
