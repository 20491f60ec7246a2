// @ts-check

/**
 * Makes an element with attributes and content. An attribute that is `true` is set without a value, one that is `false` is not set.
 * @template {string} T
 * @param {T} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} content
 * @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...content);
  return /** @type {any} */ (element);
}

/**
 * Changes a text, unless it is the same.
 * @param {Text} text
 * @param {string} value
 */
export function setText(text, value) {
  if (text.data !== value) text.data = value;
}

/**
 * Changes a `data-` attribute, unless it is the same: the browser does not compare.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
export function setData({ dataset }, name, value) {
  if (dataset[name] !== value) dataset[name] = value;
}
