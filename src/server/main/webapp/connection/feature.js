// @ts-check
import './connection-banner.js';
import './connection-indicator.js';
import './pause-button.js';

/** @type {import('../core/features.js').Feature} How far the prices can be trusted, and a button that pauses them. */
export default {
  name: 'connection',
  first: true,
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [
    { slot: 'status', tag: 'connection-banner' },
    { slot: 'status', tag: 'connection-indicator' },
    { slot: 'tools', tag: 'pause-button' },
  ],
  shortcuts: [{ key: 'p', help: 'pause.key' }],
};
