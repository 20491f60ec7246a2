// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'delay.mark': 'Delayed by {duration}',
  'delay.waiting': 'Delayed by {duration}: no prices are old enough yet',
};
