// @ts-check
import { make } from '../core/dom.js';

// As many as a screen reader may still have to say.
const KEPT = 20;

const region = make('div', { class: 'commentary-spoken', role: 'status' });
document.body.append(region);

/** Lets screen readers say something when they are done with what they say. @param {string} text */
export function announce(text) {
  region.append(make('p', {}, text));
  while (region.children.length > KEPT) region.firstChild?.remove();
}
