// @ts-check

const KEY = 'tickertape.preferences';

/** The visitor's choices, kept in this browser and shared by all its tabs. Fires `change`. */
export class Preferences extends EventTarget {
  /** @type {Record<string, string>} */ #chosen = read();

  constructor() {
    super();
    addEventListener('storage', ({ key }) => {
      if (key !== KEY) return;
      this.#chosen = read();
      this.dispatchEvent(new Event('change'));
    });
  }

  /**
   * @param {string} name
   * @param {string} [otherwise]
   */
  get(name, otherwise = '') {
    return this.#chosen[name] ?? otherwise;
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    this.#chosen = { ...read(), [name]: value };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // The browser keeps nothing: the choice lasts for this visit.
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {Record<string, string>} */
function read() {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return {};
  }
}

/** This visitor's preferences. */
export const preferences = new Preferences();
