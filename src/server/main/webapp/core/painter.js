// @ts-check

/** @typedef {{paint(): void}} Paintable */

// Unseen elements are painted a few at a time, in a frame that is painted anyway or after a second without one.
const UNSEEN_PACE = 1000;
const UNSEEN_AT_ONCE = 40;

/** @type {Set<Paintable>} */ const seen = new Set();
/** @type {Set<Paintable>} */ const unseen = new Set();
let frame = 0;
/** The number of frames, and the longest of them in milliseconds until somebody resets it. */
export const painted = { frames: 0, longest: 0 };
let timer = 0;

/**
 * Paints something in the next frame, once however often it is requested. A hidden tab has no frames and waits.
 * @param {Paintable} paintable
 */
export function paintSoon(paintable) {
  unseen.delete(paintable);
  seen.add(paintable);
  if (!document.hidden) frame ||= requestAnimationFrame(paintAll);
}

/**
 * Paints something a little later: for what is out of sight, but can be found by a search or a screen reader.
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

// A page that is shown again paints what has changed in between.
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
      // An error in one element must not stop the others.
      reportError(error);
    }
  }
  painted.frames++;
  painted.longest = Math.max(painted.longest, performance.now() - begun);
}
