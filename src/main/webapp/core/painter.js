// @ts-check

/** @typedef {{paint(): void}} Paintable */

/** @type {Set<Paintable>} */
const waiting = new Set();
let frame = 0;

/**
 * Paints with the next frame, once however often it is asked for. A hidden tab has no frames: there everything waits.
 * @param {Paintable} paintable
 */
export function paintSoon(paintable) {
  waiting.add(paintable);
  frame ||= requestAnimationFrame(paintAll);
}

function paintAll() {
  frame = 0;
  const painted = [...waiting];
  waiting.clear();
  for (const paintable of painted) {
    try {
      paintable.paint();
    } catch (error) {
      // One bad value must not keep the others from being seen.
      reportError(error);
    }
  }
}
