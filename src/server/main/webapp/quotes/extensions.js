// @ts-check

/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {(instrument: Instrument) => HTMLElement} Maker */

/** @type {Maker[]} */ const makers = [];

/**
 * Lets another feature put something of its own before each symbol; to be called before there are rows.
 * @param {Maker} maker
 */
export function addBadge(maker) {
  makers.push(maker);
}

/** @param {Instrument} instrument */
export function badgesOf(instrument) {
  return makers.map((maker) => maker(instrument));
}
