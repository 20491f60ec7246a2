// @ts-check
import { make } from './dom.js';
import { say } from './words.js';

/**
 * Opens a window over the page. What listens by its `signal` ends with it.
 * @param {string} title
 * @param {...HTMLElement} content
 */
export function openDialog(title, ...content) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const close = make('button', { type: 'button', class: 'close', 'aria-label': say('dialog.close') }, '×');
  const heading = make('h2', { id: 'dialog-title' }, title);
  const dialog = make('dialog', { 'aria-labelledby': 'dialog-title' }, make('header', {}, heading, close), ...content);
  close.addEventListener('click', () => dialog.close(), { signal });
  // A click beside it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close(), { signal });
  dialog.addEventListener('close', () => {
    leaving.abort();
    dialog.remove();
  }, { signal });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, signal };
}
