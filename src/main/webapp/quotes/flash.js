// @ts-check
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
  element.dataset.flash = direction;
  lit.set(element, performance.now() + LENGTH);
  timer ||= setTimeout(putOutLater, LENGTH);
}

function putOutLater() {
  timer = 0;
  paintSoon(extinguisher);
}

const extinguisher = {
  paint() {
    const now = performance.now();
    for (const [element, until] of lit) {
      if (until > now) continue;
      delete element.dataset.flash;
      lit.delete(element);
    }
    if (lit.size) timer ||= setTimeout(putOutLater, 100);
  },
};
