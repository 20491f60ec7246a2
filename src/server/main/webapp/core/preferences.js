// @ts-check

const KEY = 'tickertape.preferences';

/** What the visitor chose: kept in this browser, followed in all its tabs. Fires `change`. */
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
      // Not kept for the next visit, where the browser forbids it; good for this one.
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

/** What this browser's visitor chose. */
export const preferences = new Preferences();
