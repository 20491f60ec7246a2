// @ts-check

/**
 * What a feature has to tell: its name, with the number of those that are unread if there are any; and what shows them.
 * @typedef {{text: string, unread: number, open: () => unknown}} Notice
 */

/** What features have to tell the visitor, behind one bell; none of them knows of the others. Fires `change`. */
class Notices extends EventTarget {
  /** @type {Map<string, Notice>} */ #all = new Map();

  /** @param {string} name of the feature @param {Notice} notice in the place of its last one */
  put(name, notice) {
    this.#all.set(name, notice);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} name of a feature that has nothing here */
  remove(name) {
    if (this.#all.delete(name)) this.dispatchEvent(new Event('change'));
  }

  /** In the order in which they came first. */
  get all() {
    return [...this.#all.values()];
  }
}

/** The notices of this page. */
export const notices = new Notices();
