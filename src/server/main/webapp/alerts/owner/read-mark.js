// @ts-check

const KEY = 'tickertape.alerts.read';

/** Up to which number a visitor has read what has fired: kept in this browser for each account, shared by all tabs. Fires `change`. */
export class ReadMark extends EventTarget {
  #name = '';
  #number = 0;

  constructor() {
    super();
    addEventListener('storage', ({ key }) => key === KEY && this.#take(read()[this.#name] ?? 0));
  }

  /** @param {string} name of the account */
  belongTo(name) {
    this.#name = name;
    this.#number = read()[name] ?? 0;
  }

  get number() {
    return this.#number;
  }

  set number(number) {
    if (number <= this.#number) return;
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), [this.#name]: number }));
    } catch {
      // The browser keeps nothing: after a reload all are unread again.
    }
    this.#take(number);
  }

  /** @param {number} number */
  #take(number) {
    if (number <= this.#number) return;
    this.#number = number;
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {Record<string, number>} */
function read() {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return {};
  }
}
