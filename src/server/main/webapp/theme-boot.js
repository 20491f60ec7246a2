// @ts-check
// Before the first paint, so that nobody is dazzled by the wrong one: the colours that the visitor chose.
// A classic script, for modules run later; `settings` changes them afterwards.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('tickertape.preferences') ?? '{}');
    document.documentElement.dataset.theme = chosen.theme ?? 'auto';
    document.documentElement.dataset.palette = chosen.palette ?? 'green';
  } catch {
    // Without storage nothing was chosen.
  }
})();
