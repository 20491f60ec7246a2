// @ts-check
import { route } from '../core/route.js';
import { say } from '../core/words.js';

const KEY = 'tickertape.watchlists';

/**
 * The visitor's lists of symbols, kept in this browser. The address has the list in use with all its symbols, so that a
 * link brings it to others. Fires `change`.
 */
export class Watchlists extends EventTarget {
  /** @type {Map<string, string[]>} */ #lists = read();
  #last = '';

  constructor() {
    super();
    addEventListener('storage', ({ key }) => key === KEY && this.#follow(read()));
    route.addEventListener('change', () => (this.active ? this.#settle() : this.#adopt()));
    this.#adopt();
  }

  /** Each list's name and its symbols. */
  get all() {
    return [...this.#lists];
  }

  /** The name of the list that is shown; empty while all instruments are shown. */
  get active() {
    return this.#lists.has(route.get('list')) ? route.get('list') : '';
  }

  /** The list that stars are for: the one that is shown or was shown last, the first one, or a new one. */
  get current() {
    if (this.active) this.#last = this.active;
    return this.#lists.has(this.#last) ? this.#last : (this.#lists.keys().next().value ?? say('watchlist.first'));
  }

  /** How many symbols are on the current list. */
  get size() {
    return this.#lists.get(this.current)?.length ?? 0;
  }

  /** @param {string} symbol */
  has(symbol) {
    return this.#lists.get(this.current)?.includes(symbol) ?? false;
  }

  /** @param {string} symbol that is added to the current list, or removed from it */
  toggle(symbol) {
    const { current } = this;
    const symbols = this.#lists.get(current) ?? [];
    this.#keep(current, this.has(symbol) ? symbols.filter((one) => one !== symbol) : [...symbols, symbol]);
  }

  /** @param {string} name of a new list */
  create(name) {
    if (!this.#lists.has(name)) this.#keep(name, []);
    this.choose(name);
  }

  /** @param {string} name */
  remove(name) {
    if (route.get('list') === name) route.replace({ list: '', symbols: '' });
    this.#store(new Map(this.all.filter(([one]) => one !== name)));
  }

  /** @param {string} name empty for all instruments */
  choose(name) {
    route.replace(this.address(name));
  }

  /** @param {string} name */
  address(name) {
    return { list: name, symbols: (this.#lists.get(name) ?? []).join() };
  }

  /** The back button may bring an address with other symbols: those that are kept here count. */
  #settle() {
    route.replace(this.address(this.active));
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Map<string, string[]>} lists as another tab has changed them */
  #follow(lists) {
    const { active } = this;
    this.#changed(lists);
    if (active) route.replace(lists.has(active) ? this.address(active) : { list: '', symbols: '' });
  }

  /** Keeps a list that came with a link, under another name if there is one of the same name. */
  #adopt() {
    const name = route.get('list');
    const symbols = route.get('symbols').split(',').filter(Boolean);
    const known = this.#lists.get(name);
    if (!name || known?.join() === symbols.join()) {
      this.dispatchEvent(new Event('change'));
      return;
    }
    if (known && !symbols.length) {
      route.replace(this.address(name));
      return;
    }
    const taken = known ? this.#free(name) : name;
    this.#store(new Map(this.#lists).set(taken, symbols));
    route.replace({ list: taken });
  }

  /** @param {string} name */
  #free(name) {
    let number = 2;
    while (this.#lists.has(`${name} ${number}`)) number++;
    return `${name} ${number}`;
  }

  /**
   * @param {string} name
   * @param {string[]} symbols
   */
  #keep(name, symbols) {
    this.#store(new Map(this.#lists).set(name, symbols));
    if (this.active === name) route.replace(this.address(name));
  }

  /** @param {Map<string, string[]>} lists */
  #store(lists) {
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(lists)));
    } catch {
      // The browser keeps nothing: the lists last for this visit.
    }
    this.#changed(lists);
  }

  /** @param {Map<string, string[]>} lists */
  #changed(lists) {
    this.#lists = lists;
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {Map<string, string[]>} */
function read() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return new Map(kept.filter(([, symbols]) => Array.isArray(symbols)));
  } catch {
    return new Map();
  }
}

/** This browser's lists. */
export const watchlists = new Watchlists();
