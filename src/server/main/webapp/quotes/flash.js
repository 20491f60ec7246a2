// @ts-check
import { setData } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';

// Longer than from one tick to the next: what ticks all the time is lit, and does not flicker (WCAG 2.3.1).
const LENGTH = 500;

/** @type {Map<HTMLElement, number>} */ const lit = new Map();
let timer = 0;

/**
 * Marks an element with `data-flash` for a moment. On and off rather than fading: two paints, not one each frame.
 * @param {HTMLElement} element
 * @param {string} direction
 */
export function flash(element, direction) {
  setData(element, 'flash', direction);
  lit.set(element, performance.now() + LENGTH);
  timer ||= setTimeout(watch, LENGTH);
}

/** Wakes when the first may go out. Most have been lit again by then, and no frame is asked for. */
function watch() {
  timer = 0;
  if (!lit.size) return;
  const wait = Math.min(...lit.values()) - performance.now();
  if (wait > 0) timer = setTimeout(watch, wait);
  else paintSoon(extinguisher);
}

const extinguisher = {
  paint() {
    const now = performance.now();
    for (const [element, until] of lit) {
      if (until > now) continue;
      delete element.dataset.flash;
      lit.delete(element);
    }
    if (!timer) watch();
  },
};
