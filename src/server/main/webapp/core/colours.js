// @ts-check
const PAPER = { up: '#000', down: '#000', same: '#000', text: '#000', muted: '#000', warning: '#000', line: '#bbb', page: '#fff', raised: '#fff' };
const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

const SIZE = 100;
const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

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
   * The current colours of other tokens, such as those of a feature's own style sheet. They are kept where the visitor's
   * system has colours of its own, because lines that are told apart by colour would be one.
   * @param {string[]} names
   * @param {string} [scheme] `light` or `dark`; the page's own if there is none
   * @returns {Record<string, string>}
   */
  resolve(names, scheme = '') {
    const probe = document.createElement('i');
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.colorScheme = scheme;
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

  /** The colours on paper, as the page's style sheet has them. */
  onPaper() {
    return Object.assign(Object.create(this), PAPER);
  }

  #read() {
    Object.assign(this, this.resolve(Object.keys(PAPER)));
    this.version++;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's current colours. */
export const colours = new Colours();

/**
 * How wide a semibold text is in the page's font, in units of the font's size: without asking for the page's layout.
 * @param {string} text
 */
export function textWidth(text) {
  context.font = `600 ${SIZE}px ${colours.font}`;
  return context.measureText(text).width / SIZE;
}
