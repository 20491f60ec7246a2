// @ts-check
import { textWidth } from '../core/colours.js';
import { make, setText } from '../core/dom.js';
import { percent } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { route } from '../core/route.js';
import { nameOf, say } from '../core/words.js';
import { sectors } from './sectors.js';
import { squarify } from './squarify.js';
import { fit, Tile } from './tile.js';

/** @typedef {import('./sectors.js').Sector} Sector */
/** @typedef {import('./squarify.js').Box} Box */

// The height of a sector's name, in pixels. A sector without room for the whole name has none.
const NAME = 18;
// The size of its letters, the room around them, and about the width of its change, which is left out if it would cut off the name.
const LETTERS = 11.5;
const AROUND = 8;
const CHANGE = 50;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** A map of the market: each sector a field, with a tile for each instrument by its weight. Its layout changes only with a weight. */
export class HeatMap {
  element = make('div', { class: 'heat', role: 'group', 'aria-label': say('market.map') });
  /** Made when the visitor first points at a tile. @type {import('./tile-tip.js').TileTip | undefined} */ #tip;
  /** The tile under the pointer or the focus. */ #pointed = '';
  /** @type {Map<string, Tile>} */ #tiles = new Map();
  /** @type {Map<string, Text>} */ #changes = new Map();
  /** @type {Box} */ #box = { left: 0, top: 0, width: 0, height: 0 };
  #layout = '';
  #firstTouch = false;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    const resized = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      this.#box = { left: 0, top: 0, width, height };
      paintSoon(this);
    });
    resized.observe(this.element);
    signal.addEventListener('abort', () => resized.disconnect());
    route.addEventListener('change', () => this.#tiles.forEach((tile) => tile.updateLink()), { signal });
    this.element.addEventListener('pointerdown', ({ pointerType, target }) => {
      this.#firstTouch = pointerType === 'touch' && symbolOf(target) !== this.#pointed;
    }, { signal });
    for (const type of ['pointerdown', 'pointermove', 'pointerleave', 'focusin', 'focusout']) {
      this.element.addEventListener(type, (event) => this.#point(event), { signal });
    }
    this.element.addEventListener('keydown', (event) => this.#move(event), { signal });
    this.element.addEventListener('click', (event) => this.#follow(event), { signal });
  }

  paint() {
    if (!this.#box.width) return;
    const found = sectors();
    const { width, height } = this.#box;
    const weights = found.map(({ sector, weight, members }) => `${sector} ${members.length} ${weight}`);
    const layout = `${width} ${height} ${weights.join()}`;
    if (layout !== this.#layout) this.#lay(found);
    this.#layout = layout;
    for (const { sector, change } of found) setText(/** @type {Text} */ (this.#changes.get(sector)), percent(change));
    this.#tiles.forEach((tile) => tile.paint());
  }

  /** Paints what is known of the tile that the visitor points at. */
  paintTip() {
    this.#tip?.paint(this.#pointed);
  }

  /** @param {Sector[]} found */
  #lay(found) {
    const focused = symbolOf(document.activeElement);
    this.#tiles.clear();
    const { width, height } = this.#box;
    // For the printer, which has another page.
    this.element.style.setProperty('--width', `${width}px`);
    this.element.style.setProperty('--height', `${height}px`);
    const boxes = squarify(found.map(({ weight }) => weight), this.#box);
    this.element.replaceChildren(...found.map((sector, at) => this.#field(sector, boxes[at])), ...(this.#tip ? [this.#tip.element] : []));
    const entry = this.#tiles.get(focused) ?? this.#tiles.values().next().value;
    entry?.element.setAttribute('tabindex', '0');
    if (focused) entry?.element.focus({ preventScroll: true });
  }

  /**
   * @param {Sector} sector
   * @param {Box} box
   */
  #field({ sector, members }, box) {
    const change = document.createTextNode('');
    this.#changes.set(sector, change);
    const label = nameOf('sector', sector);
    const width = LETTERS * textWidth(label) + AROUND;
    const moved = make('span', { hidden: box.width < width + CHANGE }, change);
    const name = make('h2', {}, make('b', {}, label), ' ', moved);
    const field = make('section', { 'aria-label': label });
    const top = box.height > 3 * NAME && box.width > width ? NAME : 0;
    if (top) field.append(name);
    fit(field, box);
    const inner = { left: 0, top, width: box.width, height: box.height - top };
    const boxes = squarify(members.map(({ weight }) => weight), inner);
    members.forEach(({ instrument }, at) => {
      const tile = new Tile(instrument);
      tile.lay(boxes[at]);
      this.#tiles.set(instrument.symbol, tile);
      field.append(tile.element);
    });
    return field;
  }

  /** @param {Event} event of the pointer or the focus */
  #point(event) {
    // A finger that is lifted has shown what it was for.
    if (event.type === 'pointerleave' && /** @type {PointerEvent} */ (event).pointerType === 'touch') return;
    this.#pointed = /leave|out/.test(event.type) ? '' : symbolOf(event.target);
    this.paintTip();
    const tile = this.#tiles.get(this.#pointed)?.element.getBoundingClientRect();
    if (!tile) return;
    const { left, top } = this.element.getBoundingClientRect();
    const at = event instanceof PointerEvent ? { x: event.clientX, y: event.clientY } : { x: tile.x + tile.width / 2, y: tile.y + tile.height / 2 };
    const place = { left: at.x - left, top: at.y - top };
    if (this.#tip) this.#tip.move(place, this.#box);
    else this.#makeTip(place).catch(reloadIfModuleIsMissing);
  }

  /** @param {{left: number, top: number}} place */
  async #makeTip(place) {
    const { TileTip } = await import('./tile-tip.js');
    // The pointer may have moved meanwhile, which asked for it again.
    this.#tip ??= new TileTip();
    this.element.append(this.#tip.element);
    this.#tip.move(place, this.#box);
    this.paintTip();
  }

  /** @param {MouseEvent} event on a tile, which may be too small to be a link */
  #follow(event) {
    const symbol = symbolOf(event.target);
    // A finger has no hover: on a tile without room for its label, the first touch shows it, and the second one opens it.
    if (this.#firstTouch && this.#tiles.get(symbol)?.labelled === false) event.preventDefault();
    else if (symbol && !/** @type {Element} */ (event.target).closest('a[href]')) route.navigate({ symbol });
  }

  /** Moves from tile to tile with the arrow keys, because Tab would take hundreds of steps. @param {KeyboardEvent} event */
  #move(event) {
    const step = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    const links = [...this.element.querySelectorAll('a[href]')];
    const at = links.indexOf(/** @type {Element} */ (document.activeElement));
    if (!step || at < 0) return;
    event.preventDefault();
    const next = /** @type {HTMLElement} */ (links[Math.min(links.length - 1, Math.max(0, at + step))]);
    links[at].setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }
}

/** @param {EventTarget | null} target */
function symbolOf(target) {
  const tile = target instanceof Element ? target.closest('.tile') : null;
  return tile instanceof HTMLElement ? (tile.dataset.symbol ?? '') : '';
}
