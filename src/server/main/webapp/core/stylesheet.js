// @ts-check

/**
 * Loads a feature's own style sheet, so that its folder is all there is of it.
 * Resolves when the sheet is in force, or is known to be missing: plain is better than nothing.
 * @param {string} sheet its name beside the module
 * @param {string} module the module's `import.meta.url`
 * @returns {Promise<void>}
 */
export function loadStylesheet(sheet, module) {
  const { href } = new URL(sheet, module);
  // The page itself names those of the first view.
  if ([...document.styleSheets].some((one) => one.href === href)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}
