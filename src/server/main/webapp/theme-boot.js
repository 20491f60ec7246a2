// @ts-check
// Applies the visitor's colours before the first paint, so that a dark page does not flash white. It is a classic script,
// because modules run later; the settings change the colours afterwards.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('tickertape.preferences') ?? '{}');
    document.documentElement.dataset.theme = chosen.theme ?? 'auto';
    document.documentElement.dataset.palette = chosen.palette ?? 'green';
  } catch {
    // Without storage there is no choice.
  }
})();
