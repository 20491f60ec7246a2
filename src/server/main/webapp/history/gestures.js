// @ts-check
import { axisWidth } from './chart-options.js';

/** @typedef {{content: () => import('./chart-options.js').Content | undefined, move: (from: number, length: number) => void}} MovableChart whose view moves to a first bar, and so many behind it */

const LEAST = 10;

/**
 * Moves and zooms a chart by two fingers, which keep the bars that they hold, and moves it by a wheel that turns to the side.
 * @param {HTMLElement} element of the chart
 * @param {MovableChart} chart
 * @param {AbortSignal} signal
 */
export function onGestures(element, chart, signal) {
  const fingers = new TwoFingers(element, chart);
  for (const type of /** @type {const} */ (['touchstart', 'touchmove', 'touchend', 'touchcancel'])) {
    element.addEventListener(type, (event) => fingers.follow(event), { signal, capture: true, passive: false });
  }
  let scrolled = 0;
  element.addEventListener('wheel', (event) => {
    const content = chart.content();
    if (!content || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    event.stopPropagation();
    event.preventDefault();
    const { from, to } = content.view;
    const each = widthOf(content) / (to + 1 - from);
    scrolled += event.deltaX;
    const bars = Math.trunc(scrolled / each);
    scrolled -= bars * each;
    if (bars) chart.move(from + bars, to - from);
  }, { signal, capture: true, passive: false });
}

/** Two fingers on a chart. One finger is left to others. */
class TwoFingers {
  #element;
  #chart;
  #held = false;
  /** The bar that is held, how many there were, and when the first of all began: others can come before it. */ #grip = { bar: 0, bars: 0, first: 0, distance: 1 };

  /**
   * @param {HTMLElement} element
   * @param {MovableChart} chart
   */
  constructor(element, chart) {
    this.#element = element;
    this.#chart = chart;
  }

  /** @param {TouchEvent} event */
  follow(event) {
    const { touches, type } = event;
    if (touches.length === 2) {
      if (!this.#held || type === 'touchstart') this.#hold(touches);
      else if (type === 'touchmove') this.#move(touches);
      this.#held = true;
    }
    // The last finger of the two is not to drag, but that it is lifted ends what the first one began.
    if (!this.#held || !touches.length) {
      this.#held = false;
      return;
    }
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  }

  /** @param {TouchList} touches */
  #hold(touches) {
    const content = this.#chart.content();
    if (!content) return;
    const { from, to } = content.view;
    const bars = to + 1 - from;
    this.#grip = { bar: from + this.#middle(touches, content) * bars, bars, first: content.bars[0]?.start, distance: distanceOf(touches) };
  }

  /** @param {TouchList} touches */
  #move(touches) {
    const content = this.#chart.content();
    if (!content) return;
    const { bar, bars: before, first, distance } = this.#grip;
    const prepended = content.bars.findIndex(({ start }) => start === first);
    const bars = Math.max(LEAST, Math.min(content.bars.length, (before * distance) / distanceOf(touches)));
    this.#chart.move(Math.round(bar + prepended - this.#middle(touches, content) * bars), Math.round(bars) - 1);
  }

  /**
   * Where the middle of the fingers is, as a share of the width of the bars.
   * @param {TouchList} touches
   * @param {import('./chart-options.js').Content} content
   */
  #middle({ 0: one, 1: other }, content) {
    return ((one.clientX + other.clientX) / 2 - this.#element.getBoundingClientRect().left) / widthOf(content);
  }
}

/** @param {TouchList} touches */
function distanceOf({ 0: one, 1: other }) {
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
}

/** The width of the bars, without the axis. @param {import('./chart-options.js').Content} content */
function widthOf(content) {
  return content.size.width - axisWidth(content);
}
