// @ts-check

/**
 * An element with attributes and content. Attributes that are `true` are there, those that are `false` are not.
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
 * A text that is changed in place.
 * @param {Text} text
 * @param {string} value
 */
export function setText(text, value) {
  if (text.data !== value) text.data = value;
}

/**
 * A `data-` attribute that is changed in place: to write the same again would not be free.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
export function setData({ dataset }, name, value) {
  if (dataset[name] !== value) dataset[name] = value;
}
