// @ts-check
const NAMES = ['up', 'down', 'same', 'text', 'muted', 'line', 'page', 'raised'];
const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** The page's colours for what is drawn rather than styled, read once and when they are others. Fires `change`. */
class Colours extends EventTarget {
  /** Another number whenever the colours are others. */ version = 0;
  /** The page's font, for canvases too. */ font = '';
  up = ''; down = ''; same = ''; text = ''; muted = ''; line = ''; page = ''; raised = '';

  constructor() {
    super();
    for (const query of QUERIES) matchMedia(query).addEventListener('change', () => this.#read());
    new MutationObserver(() => this.#read())
      .observe(document.documentElement, { attributeFilter: ['data-theme', 'data-palette'] });
    this.#read();
  }

  #read() {
    const probe = document.createElement('i');
    document.body.append(probe);
    // Only as the colour of an element is a token resolved to one that a canvas knows.
    const resolved = NAMES.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    });
    this.font = getComputedStyle(probe).fontFamily;
    probe.remove();
    Object.assign(this, Object.fromEntries(resolved));
    this.version++;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's colours right now. */
export const colours = new Colours();
