// @ts-check

/**
 * A colour between two, both as `rgb(…)`.
 * @param {string} from
 * @param {string} to
 * @param {number} share of the second, 0 to 1
 */
export function mix(from, to, share) {
  const [one, other] = [from, to].map((colour) => (colour.match(/[\d.]+/g) ?? []).map(Number));
  const parts = [0, 1, 2].map((at) => Math.round(one[at] + (other[at] - one[at]) * share));
  return `rgb(${parts.join()})`;
}
