// @ts-check
const panel = { tag: 'commentary-panel', topic: 'commentary', load: () => import('./commentary-panel.js') };

/** @type {import('../core/features.js').Feature} Texts on the market that grow while they are read, and answers to questions. */
export default {
  name: 'commentary',
  // So that details that the address asks for have its part from the start.
  first: true,
  parts: [
    { ...panel, slot: 'detail', room: '17.75rem' },
    // Where the view is narrow, it stands below the lists and is higher: as its style sheet has it.
    { ...panel, slot: 'market', room: 'clamp(13rem, (60.01rem - 100vw) * 1e4, 18.8rem)' },
  ],
};
