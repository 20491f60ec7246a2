// @ts-check
import { reloadIfModuleIsMissing } from './core/reload-on-missing-module.js';

// Begins where the browser knows the CSS that the page is made of. Where it does not, the page keeps the sentence that
// names those which do: some that know modules are older.
if (CSS.supports('color', 'light-dark(#000, #fff)')) {
  document.querySelector('.unsupported')?.toggleAttribute('hidden', true);
  await import('./app.js').catch(reloadIfModuleIsMissing);
}
