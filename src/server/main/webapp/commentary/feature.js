// @ts-check
import { stream } from '../core/stream.js';

/** @type {import('../core/features.js').Feature} Texts on the market that grow while they are read, and answers to questions. */
export default {
  name: 'commentary',
  // So that details that the address asks for have its part from the start.
  first: true,
  parts: [
    { slot: 'detail', tag: 'commentary-panel', load },
    { slot: 'market', tag: 'commentary-panel', load },
  ],
};

/** Loads it when the server says that it writes texts; nothing if it does not. */
function load() {
  return new Promise((resolve) => {
    const look = () => {
      if (stream.offers('commentary')) resolve(import('./commentary-panel.js'));
      else if (stream.epoch) resolve(undefined);
    };
    stream.addEventListener('start', look);
    look();
  });
}
