// @ts-check

/**
 * Where the visitor is, as the address says: it can be shared, and gone back from. Fires `change`.
 */
export class Route extends EventTarget {
  #parts = new URLSearchParams(location.search);

  constructor() {
    super();
    addEventListener('popstate', () => this.#read());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** @param {string} name */
  get(name) {
    return this.#parts.get(name) ?? '';
  }

  /**
   * The address of this place but for some changes; what is empty is left out.
   * @param {Record<string, string>} changes
   */
  href(changes) {
    const parts = new URLSearchParams(this.#parts);
    for (const [name, value] of Object.entries(changes)) {
      if (value) parts.set(name, value);
      else parts.delete(name);
    }
    // Commas and slashes may stand in a query as they are (RFC 3986, 3.4), and are read more easily so.
    const query = parts.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
    return query ? `?${query}` : location.pathname;
  }

  /**
   * Goes to another place, from which the back button leads here.
   * @param {Record<string, string>} changes
   */
  navigate(changes) {
    this.#move(this.href(changes), 'pushState');
  }

  /**
   * Changes this place's address.
   * @param {Record<string, string>} changes
   */
  replace(changes) {
    this.#move(this.href(changes), 'replaceState');
  }

  /**
   * @param {string} href
   * @param {'pushState' | 'replaceState'} how
   */
  #move(href, how) {
    if (new URL(href, location.href).href === location.href) return;
    history[how](null, '', href);
    this.#read();
  }

  #read() {
    this.#parts = new URLSearchParams(location.search);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * A link marked with `data-route` leads within the page, unless it is to be opened elsewhere.
   * @param {MouseEvent} event
   */
  #follow(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest('a[data-route]'));
    if (!link) return;
    event.preventDefault();
    this.#move(link.href, 'pushState');
  }
}

/** Where this page's visitor is. */
export const route = new Route();
