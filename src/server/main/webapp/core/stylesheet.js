// @ts-check

/**
 * Loads a feature's own style sheet. Resolves when it applies, or cannot be loaded: a plain page is better than none.
 * @param {string} sheet its name, relative to the module
 * @param {string} module the module's `import.meta.url`
 * @returns {Promise<void>}
 */
export function loadStylesheet(sheet, module) {
  const { href } = new URL(sheet, module);
  // A packed page links those of the first view itself.
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
