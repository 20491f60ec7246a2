// @ts-check
const NAMES = ['up', 'down', 'same', 'text', 'muted', 'line', 'page', 'raised', 'warning'];
const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** The page's colours for canvases: read once, and again when they change. Fires `change`. */
class Colours extends EventTarget {
  /** Changes with the colours. */ version = 0;
  /** The page's font. */ font = '';
  up = ''; down = ''; same = ''; text = ''; muted = ''; line = ''; page = ''; raised = ''; warning = '';

  constructor() {
    super();
    for (const query of QUERIES) matchMedia(query).addEventListener('change', () => this.#read());
    new MutationObserver(() => this.#read())
      .observe(document.documentElement, { attributeFilter: ['data-theme', 'data-palette'] });
    this.#read();
  }

  /**
   * The current colours of other tokens, such as those of a feature's own style sheet.
   * @param {string[]} names
   * @returns {Record<string, string>}
   */
  resolve(names) {
    const probe = document.createElement('i');
    document.body.append(probe);
    // The browser resolves a token to a colour that a canvas understands only on an element.
    const resolved = names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    });
    this.font = getComputedStyle(probe).fontFamily;
    probe.remove();
    return Object.fromEntries(resolved);
  }

  #read() {
    Object.assign(this, this.resolve(NAMES));
    this.version++;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's current colours. */
export const colours = new Colours();
