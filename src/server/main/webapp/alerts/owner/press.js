// @ts-check

const LONG = 500;
// A finger is never quite still.
const STILL = 10;

/** @typedef {{target: Element, x: number, y: number}} Place where it was; by keyboard, at the target */

/**
 * Asks for a menu at a right-click, the menu key, or a long press with a finger. Who holds Shift or Ctrl gets the browser's own.
 * @param {(place: Place) => boolean} open returns whether there is a menu at that place
 */
export function onMenuWanted(open) {
  let timer = 0;
  let from = { x: 0, y: 0 };
  let opened = false;
  document.addEventListener('contextmenu', (event) => {
    clearTimeout(timer);
    if (opened) event.preventDefault();
    if (opened || event.defaultPrevented || event.shiftKey || event.ctrlKey) return;
    if (open(placeOf(event))) {
      event.preventDefault();
      opened = isTouch(event);
    }
  });
  document.addEventListener('pointerdown', (event) => {
    clearTimeout(timer);
    opened = false;
    if (!isTouch(event) || !event.isPrimary) return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => (opened = open(placeOf(event))), LONG);
  });
  document.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL) clearTimeout(timer);
  });
  for (const type of ['pointerup', 'pointercancel', 'scroll']) document.addEventListener(type, () => clearTimeout(timer), { capture: true, passive: true });
  // The finger that is lifted takes no focus, and follows no link.
  for (const type of ['mousedown', 'click']) {
    document.addEventListener(type, (event) => {
      if (!opened || /** @type {Element} */ (event.target).closest('[role="menu"]')) return;
      if (type === 'click') opened = false;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
  }
}

/** @param {MouseEvent} event */
function isTouch(event) {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}

/** @param {MouseEvent} event @returns {Place} */
function placeOf({ target, clientX, clientY, button, detail }) {
  const element = /** @type {Element} */ (target);
  // The menu key has no place of its own.
  if (button !== 2 && !detail && !clientX && !clientY) {
    const { left, bottom } = element.getBoundingClientRect();
    return { target: element, x: left, y: bottom };
  }
  return { target: element, x: clientX, y: clientY };
}
