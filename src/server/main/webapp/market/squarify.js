// @ts-check

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/**
 * Fills a box with one box for each weight, each as square as possible: rows are laid along the shorter side, and a row
 * takes one more weight as long as its worst box gets no worse (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000).
 * @param {number[]} weights above zero, the largest first
 * @param {Box} box
 * @returns {Box[]} in the order of the weights
 */
export function squarify(weights, box) {
  const scale = (box.width * box.height) / sum(weights);
  const areas = weights.map((weight) => weight * scale);
  /** @type {Box[]} */ const boxes = [];
  let rest = box;
  for (let from = 0; from < areas.length; from = boxes.length) {
    const side = Math.min(rest.width, rest.height);
    let to = from + 1;
    while (to < areas.length && worst(areas.slice(from, to + 1), side) <= worst(areas.slice(from, to), side)) to++;
    const row = areas.slice(from, to);
    boxes.push(...lay(row, rest));
    rest = without(sum(row), rest);
  }
  return boxes;
}

/**
 * The aspect ratio of the worst box of a row, 1 for a square.
 * @param {number[]} row areas, the largest first
 * @param {number} side
 */
function worst(row, side) {
  const thickness = sum(row) / side;
  return Math.max(row[0] / thickness ** 2, thickness ** 2 / row[row.length - 1]);
}

/**
 * @param {number[]} row areas
 * @param {Box} box whose shorter side they are laid along
 * @returns {Box[]}
 */
function lay(row, { left, top, width, height }) {
  const upright = width >= height;
  const thickness = sum(row) / Math.min(width, height);
  let at = 0;
  return row.map((area) => {
    const length = area / thickness;
    at += length;
    return upright
      ? { left, top: top + at - length, width: thickness, height: length }
      : { left: left + at - length, top, width: length, height: thickness };
  });
}

/**
 * @param {number} area of the row
 * @param {Box} box
 * @returns {Box} the rest of it
 */
function without(area, { left, top, width, height }) {
  const thickness = area / Math.min(width, height);
  return width >= height
    ? { left: left + thickness, top, width: width - thickness, height }
    : { left, top: top + thickness, width, height: height - thickness };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
