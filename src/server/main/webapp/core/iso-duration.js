// @ts-check

/**
 * An ISO 8601 duration of hours, minutes and seconds, such as `PT15S` or `PT1M30.5S`.
 * @param {string} text
 * @returns {number} milliseconds; 0 where the text is none
 */
export function milliseconds(text) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!parts) return 0;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
