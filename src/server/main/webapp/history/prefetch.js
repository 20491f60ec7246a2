// @ts-check
import { charts } from '../core/charts.js';
import { features } from '../core/features.js';

// A pointer that only passes stays for a shorter time.
const STAYS = 80;

/** Loads the code of the details once a pointer, or the keyboard, stays on a row: a click then finds it there. */
export function prefetchDetails() {
  const done = new AbortController();
  let timer = 0;
  const consider = (/** @type {Event} */ { target }) => {
    clearTimeout(timer);
    if (!(target instanceof Element) || !target.closest('tr[data-symbol]')) return;
    timer = setTimeout(() => {
      done.abort();
      // What fails now fails again, and is reported, when it is needed.
      const loads = [charts, ...[...features.panels, ...features.detailParts].map(({ load }) => load)];
      for (const load of loads) load?.().catch(() => {});
    }, STAYS);
  };
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, consider, { signal: done.signal, passive: true });
}
