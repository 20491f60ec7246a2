// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'help.title': 'Keys and help',
  'help.key': 'this window',
  'help.shortcuts': 'Use single-key shortcuts',
  'help.origin': 'Prices come from Tickertape’s own simulator or from replayed recordings, never from a live market.',
  'help.example': 'The smallest example',
  'help.metrics': 'Metrics',
};
