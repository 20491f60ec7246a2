// @ts-check

/** @typedef {{middle: number, distance: number}} Grip of two fingers, in pixels from the left edge of the page */

/**
 * Tells what two fingers do on an element: they spread, come together, or move. One finger is left to others.
 * @param {HTMLElement} element
 * @param {{begin: (grip: Grip) => void, move: (grip: Grip) => void}} listener
 * @param {AbortSignal} signal
 */
export function onTwoFingers(element, { begin, move }, signal) {
  let held = false;
  const follow = (/** @type {TouchEvent} */ event) => {
    const { touches, type } = event;
    if (touches.length === 2) {
      if (!held || type === 'touchstart') begin(gripOf(touches));
      else if (type === 'touchmove') move(gripOf(touches));
      held = true;
    }
    // The last finger of the two is not to drag, but that it is lifted ends what the first one began.
    if (!held || !touches.length) {
      held = false;
      return;
    }
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  };
  for (const type of /** @type {const} */ (['touchstart', 'touchmove', 'touchend', 'touchcancel'])) {
    element.addEventListener(type, follow, { signal, capture: true, passive: false });
  }
}

/** @param {TouchList} touches @returns {Grip} */
function gripOf({ 0: one, 1: other }) {
  return {
    middle: (one.clientX + other.clientX) / 2,
    distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
  };
}
