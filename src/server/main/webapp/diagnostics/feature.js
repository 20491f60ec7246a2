// @ts-check
// Restores the rate before the stream is opened.
import './update-rate.js';
import { loadWhenOpen } from './visibility.js';

/** @type {import('../core/features.js').Feature} Figures about the connection and the page, and a choice of the rate. */
export default {
  name: 'diagnostics',
  words: { en: () => import('./words/en.js'), zh: () => import('./words/zh.js') },
  parts: [
    { slot: 'footer', tag: 'diagnostics-panel', load: loadWhenOpen },
    { slot: 'tools', tag: 'diagnostics-button', load: () => import('./diagnostics-button.js') },
  ],
  shortcuts: [{ key: 'i', help: 'diagnostics.key' }],
};
