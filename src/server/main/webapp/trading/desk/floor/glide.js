// @ts-check

const TAKES = 450;
const still = matchMedia('(prefers-reduced-motion: reduce)');
/** @type {WeakMap<Element, Animation>} */ const gliding = new WeakMap();

/**
 * Changes the order of elements so that each glides from where it was to its new place; at once for those who want no motion.
 * One that is still gliding goes on from where it is seen.
 * @param {HTMLElement} container
 * @param {() => void} change
 */
export function glide(container, change) {
  if (still.matches || !container.checkVisibility() || document.hidden) {
    change();
    return;
  }
  const before = new Map([...container.children].map((row) => [row, row.getBoundingClientRect().top]));
  const from = container.getBoundingClientRect().top;
  change();
  const to = container.getBoundingClientRect().top;
  const rows = [...container.children].filter((row) => before.has(row));
  rows.forEach((row) => gliding.get(row)?.cancel());
  const moves = rows.map((row) => ({ row, by: /** @type {number} */ (before.get(row)) - from - (row.getBoundingClientRect().top - to) }));
  for (const { row, by } of moves) {
    if (Math.abs(by) < 1) continue;
    gliding.set(row, row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: TAKES, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' }));
  }
}
