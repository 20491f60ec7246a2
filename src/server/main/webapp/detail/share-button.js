// @ts-check
import { make } from '../core/dom.js';
import { say } from '../core/words.js';

const COPIED_FOR = 2000;

/**
 * A button that copies the link to a symbol, or shows it if the browser does not let pages copy (over plain HTTP).
 * @param {string} symbol
 * @param {AbortSignal} signal
 */
export function shareButton(symbol, signal) {
  const button = make('button', { type: 'button' }, say('detail.share'));
  const link = new URL(`?symbol=${encodeURIComponent(symbol).replaceAll('%2F', '/')}`, location.href).href;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = say('detail.shared');
      setTimeout(() => (button.textContent = say('detail.share')), COPIED_FOR);
    } catch {
      const field = make('input', { type: 'text', readonly: true, value: link, 'aria-label': say('detail.share') });
      const { openDialog } = await import('../core/dialog.js');
      openDialog(say('detail.share'), field);
      field.select();
    }
  }, { signal });
  return button;
}
