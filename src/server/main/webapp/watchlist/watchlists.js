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

  /**
   * Removes a list.
   * @param {string} name
   * @returns {() => void} puts it back where it was
   */
  remove(name) {
    const { active, all } = this;
    const at = all.findIndex(([one]) => one === name);
    this.#store(new Map(all.toSpliced(at, 1)));
    if (active === name) this.choose('');
    return () => {
      if (!this.#lists.has(name)) this.#store(new Map(this.all.toSpliced(at, 0, all[at])));
      if (active === name) this.choose(name);
    };
  }

  /**
   * @param {string} name
   * @param {string} other its new name
   * @returns {boolean} false if another list has it already
   */
  rename(name, other) {
    if (this.#lists.has(other)) return other === name;
    const { active } = this;
    if (this.#last === name) this.#last = other;
    this.#store(new Map(this.all.map(([one, symbols]) => [one === name ? other : one, symbols])));
    if (active === name) this.choose(other);
    return true;
  }

  /** @param {string} name of the list that changes places with the one before it */
  moveUp(name) {
    const { all } = this;
    const at = all.findIndex(([one]) => one === name);
    this.#store(new Map(all.toSpliced(at - 1, 2, all[at], all[at - 1])));
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
    const shown = this.#lists.get(active) ?? [];
    this.#changed(lists);
    // It may have another name now.
    if (active) this.choose(lists.has(active) ? active : (this.all.find(([, symbols]) => isSame(symbols, shown))?.[0] ?? ''));
  }

  /**
   * Keeps a list that came with a link, under another name if there is one of the same name. A list of the same symbols is
   * the same list, whatever its name is here: a link that is opened again brings nothing new.
   */
  #adopt() {
    const name = route.get('list');
    const symbols = [...new Set(route.get('symbols').split(',').filter(Boolean))];
    const known = this.#lists.get(name);
    const same = known && (!symbols.length || isSame(known, symbols)) ? name : this.all.find(([, one]) => symbols.length && isSame(one, symbols))?.[0];
    if (name && !same) {
      const taken = known ? this.#free(name) : name;
      this.#store(new Map(this.#lists).set(taken, symbols));
      route.replace({ list: taken });
    } else if (same) route.replace(this.address(same));
    this.dispatchEvent(new Event('change'));
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
      localStorage.setItem(KEY, JSON.stringify([...lists]));
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

/**
 * @param {string[]} symbols
 * @param {string[]} others
 */
function isSame(symbols, others) {
  return symbols.toSorted().join() === others.toSorted().join();
}

/** @returns {Map<string, string[]>} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    // They were kept as an object once, which has no order of names such as `2026`.
    const lists = Array.isArray(kept) ? kept : Object.entries(kept);
    return new Map(lists.filter(([, symbols]) => Array.isArray(symbols)));
  } catch {
    return new Map();
  }
}

/** This browser's lists. */
export const watchlists = new Watchlists();
