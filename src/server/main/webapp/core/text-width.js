// @ts-check
import { colours } from './colours.js';

const SIZE = 100;

const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

/**
 * How wide a semibold text is in the page's font, in units of the font's size: without asking for the page's layout.
 * @param {string} text
 */
export function textWidth(text) {
  context.font = `600 ${SIZE}px ${colours.font}`;
  return context.measureText(text).width / SIZE;
}
