// @ts-check

/**
 * A field of an object as JSON. A text field of a flat object is found without parsing: there may be thousands a second.
 * @param {string} json
 * @param {string} name
 * @returns {unknown}
 */
export function jsonField(json, name) {
  const before = `"${name}":"`;
  const at = json.indexOf(before) + before.length;
  // An inner object may have a field of the same name; and an escape needs the parser.
  if (at < before.length || json.includes('\\') || json.includes('{', 1)) return JSON.parse(json)[name];
  return json.slice(at, json.indexOf('"', at));
}
