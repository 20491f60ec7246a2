// @ts-check
import { reloadIfModuleIsMissing } from './core/reload-on-missing-module.js';

// Starts the page if the browser knows the CSS that it needs. Older ones that know modules keep the sentence that says
// which browsers do.
if (CSS.supports('color', 'light-dark(#000, #fff)')) {
  document.querySelector('.unsupported')?.toggleAttribute('hidden', true);
  await import('./app.js').catch(reloadIfModuleIsMissing);
}
