// @ts-check

/** @typedef {{paint(): void}} Paintable */

// Few at a time, so that their layout is never felt: five hundred take a little over a second.
const UNSEEN_PACE = 100;
const UNSEEN_AT_ONCE = 40;

/** @type {Set<Paintable>} */ const seen = new Set();
/** @type {Set<Paintable>} */ const unseen = new Set();
let frame = 0;
let timer = 0;

/**
 * Paints with the next frame, once however often it is asked for. A hidden tab has no frames: there everything waits.
 * @param {Paintable} paintable
 */
export function paintSoon(paintable) {
  unseen.delete(paintable);
  seen.add(paintable);
  frame ||= requestAnimationFrame(paintAll);
}

/**
 * Paints a little later: for what nobody sees, but a search or a screen reader finds.
 * @param {Paintable} paintable
 */
export function paintLater(paintable) {
  unseen.add(paintable);
  timer ||= setTimeout(paintSomeUnseen, UNSEEN_PACE);
}

function paintSomeUnseen() {
  [...unseen].slice(0, UNSEEN_AT_ONCE).forEach(paintSoon);
  timer = unseen.size ? setTimeout(paintSomeUnseen, UNSEEN_PACE) : 0;
}

function paintAll() {
  frame = 0;
  const painted = [...seen];
  seen.clear();
  for (const paintable of painted) {
    try {
      paintable.paint();
    } catch (error) {
      // One bad value must not keep the others from being seen.
      reportError(error);
    }
  }
}
