// @ts-check
// Applies the visitor's colours before the first paint, so that a dark page does not flash white. It is a classic script,
// because modules run later; the settings change the colours afterwards.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('tickertape.preferences') ?? '{}');
    document.documentElement.dataset.theme = chosen.theme ?? 'auto';
    // As `core/words.js` chooses the language: in China, red rises.
    const language = [chosen.language ?? '', ...navigator.languages].find((one) => /^(en|zh)/.test(one)) ?? 'en';
    document.documentElement.dataset.palette = chosen.palette ?? (language.startsWith('zh') ? 'red' : 'green');
  } catch {
    // Without storage there is no choice.
  }
})();
