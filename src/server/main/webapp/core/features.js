// @ts-check
/** @typedef {() => Promise<unknown>} Load imports the module that defines a custom element */
/**
 * A view fills the page's main area, one at a time. `?view=<name>` asks for it, and so does Alt with the letter that is its
 * key; the view without a name is the default. One with a `topic` is only offered while the server has that.
 * @typedef {{name: string, tag: string, topic?: string, label: string, key: string, help: string, load?: Load}} View
 */
/**
 * A panel stands beside the view while the address has its parameter. The title of the tab has its value, or what `title`
 * makes of it.
 * @typedef {{parameter: string, tag: string, title?: (value: string) => string, load?: Load}} Panel
 */
/**
 * An element outside the main area: the state of the page, a tool in the header, or a part below the main area. Or one in
 * the view of the market, or in the details of a symbol, which is its attribute `symbol`: one with a `topic` only while the
 * server has that, and from then on with this `room` at least, so that nothing moves when it has been loaded.
 * @typedef {{slot: 'status' | 'tools' | 'footer' | 'market' | 'detail', tag: string, topic?: string, room?: string, load?: Load}} Part
 */
/**
 * A figure in the details of a symbol: its title is `statistic.<name>`.
 * @typedef {object} Statistic
 * @property {string} name
 * @property {(quote: import('../quotes/quote-store.js').Quote, instrument: import('../quotes/quote-store.js').Instrument) => number | undefined} value
 * @property {(value: number | undefined) => string} [text] a price of the instrument if there is none
 * @property {string} [recorded] the name of what it is in a recording
 */
/** @typedef {{key: string, help: string}} Shortcut for the list of keys, a letter as `onKey` has it; the feature itself listens for it */
/**
 * Something that the visitor can choose: kept as a preference, unless the setting says where. Without `choices` the
 * words for each value are those of `<label>.<value>`.
 * @typedef {object} Setting
 * @property {string} name
 * @property {string} label
 * @property {string[]} [values] the first is the default
 * @property {() => [value: string, label: string][]} [choices]
 * @property {() => string} [chosen]
 * @property {(value: string) => void} [choose]
 */
/**
 * What a folder contributes to the page: the default export of its `feature.js`. Labels and help are keys of its words.
 *
 * What has no `load` is imported by `feature.js` itself, and `first` must be true. Modules with a `load` are loaded after
 * the first prices; those of views and panels when the address asks for them.
 * @typedef {object} Feature
 * @property {string} name
 * @property {boolean} [first] whether it takes part in the first view, which then waits for its words
 * @property {import('./words.js').WordsByLanguage} [words]
 * @property {View[]} [views]
 * @property {Panel[]} [panels]
 * @property {Part[]} [parts]
 * @property {Statistic[]} [statistics]
 * @property {Shortcut[]} [shortcuts]
 * @property {Setting[]} [settings]
 */

/** The features of this page, in the order in which they came. Fires `change` when one is added. */
class Features extends EventTarget {
  /** @type {Set<Feature>} */ #all = new Set();

  /** @param {Feature} feature whose words are there */
  add(feature) {
    this.#all.add(feature);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Feature} feature */
  has(feature) {
    return this.#all.has(feature);
  }

  get views() {
    return [...this.#all].flatMap(({ views = [] }) => views);
  }

  get panels() {
    return [...this.#all].flatMap(({ panels = [] }) => panels);
  }

  /** @param {Part['slot']} wanted */
  partsOf(wanted) {
    return [...this.#all].flatMap(({ parts = [] }) => parts).filter(({ slot }) => slot === wanted);
  }

  get statistics() {
    return [...this.#all].flatMap(({ statistics = [] }) => statistics);
  }

  /** All keys, those that lead to a view included. */
  get shortcuts() {
    return [...this.#all].flatMap(({ shortcuts = [], views = [] }) => [...shortcuts, ...views]);
  }

  get settings() {
    return [...this.#all].flatMap(({ settings = [] }) => settings);
  }
}

/** The features of this page. */
export const features = new Features();
