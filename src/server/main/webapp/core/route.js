// @ts-check

/** What the page shows, kept in the address: so it can be shared, and the back button works. Fires `change`. */
export class Route extends EventTarget {
  #parameters = new URLSearchParams(location.search);

  constructor() {
    super();
    addEventListener('popstate', () => this.#read());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** @param {string} name */
  get(name) {
    return this.#parameters.get(name) ?? '';
  }

  /**
   * The current address with some changes; empty parameters are left out.
   * @param {Record<string, string>} changes
   */
  href(changes) {
    const parameters = new URLSearchParams(this.#parameters);
    for (const [name, value] of Object.entries(changes)) {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    }
    // A query may contain commas and slashes as they are (RFC 3986, 3.4), which are easier to read.
    const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
    return query ? `?${query}` : location.pathname;
  }

  /**
   * Changes the address; the back button leads back here.
   * @param {Record<string, string>} changes
   */
  navigate(changes) {
    this.#move(this.href(changes), 'pushState');
  }

  /**
   * Changes the address without an entry in the history.
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
    this.#parameters = new URLSearchParams(location.search);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Follows links with `data-route` within the page, unless they are to be opened in another tab or window.
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

/** The route of this page. */
export const route = new Route();
