// @ts-check
import { make } from './dom.js';
import { say } from './words.js';

/**
 * Opens a dialog. Its `signal` aborts when it is closed.
 * @param {string} title
 * @param {...HTMLElement} content
 */
export function openDialog(title, ...content) {
  const closed = new AbortController();
  const { signal } = closed;
  const close = make('button', { type: 'button', class: 'close', 'aria-label': say('dialog.close') }, '×');
  const heading = make('h2', { id: 'dialog-title' }, title);
  const dialog = make('dialog', { 'aria-labelledby': 'dialog-title' }, make('header', {}, heading, close), ...content);
  close.addEventListener('click', () => dialog.close(), { signal });
  // A click beside the dialog closes it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close(), { signal });
  dialog.addEventListener('close', () => {
    closed.abort();
    dialog.remove();
  }, { signal });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, signal };
}
