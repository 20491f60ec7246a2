// @ts-check
import { setData } from '../core/dom.js';
import { paintSoon } from '../core/painter.js';

// Longer than the time between two ticks: a price that ticks all the time stays lit and does not flicker (WCAG 2.3.1).
const LENGTH = 500;

/** @type {Map<HTMLElement, number>} */ const lit = new Map();
let timer = 0;

/**
 * Sets `data-flash` on an element for a moment. It is on or off and does not fade: two paints instead of one each frame.
 * @param {HTMLElement} element
 * @param {string} direction
 */
export function flash(element, direction) {
  setData(element, 'flash', direction);
  lit.set(element, performance.now() + LENGTH);
  timer ||= setTimeout(checkEnd, LENGTH);
}

/** Waits for the first flash to end. By then most elements have flashed again, and no frame is needed. */
function checkEnd() {
  timer = 0;
  if (!lit.size) return;
  const wait = Math.min(...lit.values()) - performance.now();
  if (wait > 0) timer = setTimeout(checkEnd, wait);
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
    if (!timer) checkEnd();
  },
};
