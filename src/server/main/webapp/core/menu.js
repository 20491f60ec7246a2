// @ts-check
import { make } from './dom.js';
import { loadStylesheet } from './stylesheet.js';

/** @typedef {{label: string, run: () => unknown}} Item */

const EDGE = 8;
let close = () => {};

/**
 * Opens a menu at a place of the window, with the focus on its first item. It closes at Escape, Tab, a click elsewhere and a
 * choice; and then gives the focus back.
 * @param {{x: number, y: number}} place
 * @param {string} label
 * @param {Item[]} items
 */
export function openMenu({ x, y }, label, items) {
  close();
  const before = document.activeElement;
  const closed = new AbortController();
  const { signal } = closed;
  const buttons = items.map((item) => {
    const button = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, item.label);
    button.addEventListener('click', () => {
      close();
      item.run();
    });
    return button;
  });
  const menu = make('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'manual' }, ...buttons);
  close = () => {
    close = () => {};
    closed.abort();
    const focused = menu.contains(document.activeElement);
    menu.remove();
    if (focused && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  document.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(/** @type {any} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) buttons.at(to % buttons.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    // Neither the table nor the details are meant.
    event.preventDefault();
    event.stopPropagation();
  }, { signal, capture: true });
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  document.addEventListener('pointerdown', ({ target }) => menu.contains(/** @type {Node} */ (target)) || close(), { signal, capture: true });
  for (const type of ['blur', 'resize']) addEventListener(type, () => close(), { signal });
  document.addEventListener('wheel', () => close(), { signal, passive: true });
  document.body.append(menu);
  menu.showPopover?.();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, y + height + EDGE > innerHeight ? y - height : y)}px`;
  buttons[0].focus({ preventScroll: true });
}

await loadStylesheet('menu.css', import.meta.url);
