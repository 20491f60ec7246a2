// @ts-check
const panel = { tag: 'commentary-panel', topic: 'commentary', load: () => import('./commentary-panel.js') };

/** @type {import('../core/features.js').Feature} Texts on the market that grow while they are read, and answers to questions. */
export default {
  name: 'commentary',
  // So that details that the address asks for have its part from the start.
  first: true,
  parts: [
    { ...panel, slot: 'detail', room: '17.75rem' },
    { ...panel, slot: 'market', room: '13rem' },
  ],
};
