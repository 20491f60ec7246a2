// @ts-check
// What other features may add to the table of quotes. They add it before the table is built.

/** @typedef {import('./quote-store.js').Instrument} Instrument */
/** @typedef {(instrument: Instrument) => HTMLElement} MakeBadge */

/** @type {MakeBadge[]} */ const badges = [];
/** @type {(() => HTMLElement)[]} */ const tools = [];

/** @param {MakeBadge} make makes what stands before each symbol */
export function addBadge(make) {
  badges.push(make);
}

/** @param {() => HTMLElement} make makes what stands beside the filter */
export function addTool(make) {
  tools.push(make);
}

/** @param {Instrument} instrument */
export function makeBadges(instrument) {
  return badges.map((make) => make(instrument));
}

export function makeTools() {
  return tools.map((make) => make());
}
