// @ts-check

/** @typedef {{paint(): void}} Paintable */

/** @type {Set<Paintable>} */ const waiting = new Set();
let frame = 0;
/** The number of frames, and the longest of them in milliseconds until somebody resets it. */
export const painted = { frames: 0, longest: 0 };

/**
 * Paints something in the next frame, once however often it is requested. A hidden tab has no frames and waits.
 * @param {Paintable} paintable
 */
export function paintSoon(paintable) {
  waiting.add(paintable);
  if (!document.hidden) frame ||= requestAnimationFrame(paintAll);
}

// A page that is shown again paints what has changed in between.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && waiting.size) frame ||= requestAnimationFrame(paintAll);
});

function paintAll() {
  frame = 0;
  const begun = performance.now();
  const due = [...waiting];
  waiting.clear();
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
