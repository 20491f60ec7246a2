// @ts-check

/** @typedef {{paint(): void}} Paintable */

// Few at a time, and with a frame that is painted anyway, or after a second without one.
const UNSEEN_PACE = 1000;
const UNSEEN_AT_ONCE = 40;

/** @type {Set<Paintable>} */ const seen = new Set();
/** @type {Set<Paintable>} */ const unseen = new Set();
let frame = 0;
/** How many frames were painted, and the longest time one took, until somebody sets it back. */
export const painted = { frames: 0, longest: 0 };
let timer = 0;

/**
 * Paints with the next frame, once however often it is asked for. A hidden tab has no frames: there everything waits.
 * @param {Paintable} paintable
 */
export function paintSoon(paintable) {
  unseen.delete(paintable);
  seen.add(paintable);
  if (!document.hidden) frame ||= requestAnimationFrame(paintAll);
}

/**
 * Paints a little later: for what nobody sees, but a search or a screen reader finds.
 * @param {Paintable} paintable
 */
export function paintLater(paintable) {
  unseen.add(paintable);
  if (!document.hidden) timer ||= setTimeout(paintUnseen, UNSEEN_PACE);
}

function paintUnseen() {
  timer = 0;
  if (unseen.size && !document.hidden) frame ||= requestAnimationFrame(paintAll);
}

// What came while the page was hidden is painted once when it is seen again.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  if (seen.size) frame ||= requestAnimationFrame(paintAll);
  if (unseen.size) timer ||= setTimeout(paintUnseen, UNSEEN_PACE);
});

function paintAll() {
  frame = 0;
  const begun = performance.now();
  const due = [...seen, ...[...unseen].slice(0, UNSEEN_AT_ONCE)];
  seen.clear();
  due.forEach((one) => unseen.delete(one));
  if (unseen.size) timer ||= setTimeout(paintUnseen, UNSEEN_PACE);
  for (const paintable of due) {
    try {
      paintable.paint();
    } catch (error) {
      // One bad value must not keep the others from being seen.
      reportError(error);
    }
  }
  painted.frames++;
  painted.longest = Math.max(painted.longest, performance.now() - begun);
}
