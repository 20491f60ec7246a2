// @ts-check
import { openDialog } from '../../../core/dialog.js';
import { make } from '../../../core/dom.js';
import { loadStylesheet } from '../../../core/stylesheet.js';
import { stream } from '../../../core/stream.js';
import { addWords, say } from '../../../core/words.js';
import { alertStore } from '../alert-store.js';
import { alertForm } from './alert-form.js';
import { alertList } from './alert-list.js';
import { newSecret } from './signing-secret.js';

/** @typedef {import('../owner.js').Draft} Draft */

/** Opens the window with all alerts. */
export function openAlerts() {
  open()?.showList();
}

/** Opens the window with a form for an alert; it closes when that is done. @param {Draft} draft */
export function openAlert(draft) {
  open()?.showForm(draft);
}

function open() {
  // Whoever clicks twice before it is loaded wants one.
  if (document.querySelector('dialog[open]')) return undefined;
  const body = make('div', { class: 'alerts' });
  const { dialog, signal } = openDialog('', body);
  dialog.classList.add('of-alerts');
  const heading = /** @type {HTMLElement} */ (dialog.querySelector('h2'));
  let view = new AbortController();
  signal.addEventListener('abort', () => view.abort());
  stream.addEventListener('visitor', () => stream.visitor || dialog.close(), { signal });
  /** @param {string} title */
  const begin = (title) => {
    view.abort();
    view = new AbortController();
    heading.textContent = title;
    return view.signal;
  };
  const close = () => dialog.close();

  /** @param {string} [at] the alert that gets the focus */
  function showList(at) {
    const until = begin(say('alerts.title'));
    const edit = (/** @type {Draft} */ draft) => showForm(draft, () => showList(draft.id));
    body.replaceChildren(...alertList(edit, close, until));
    const place = at && body.querySelector(`[data-alert="${CSS.escape(at)}"] .edit`);
    /** @type {HTMLElement} */ (place || body.querySelector('.new')).focus();
  }

  /** @param {Draft} draft @param {() => void} [done] */
  function showForm(draft, done = close) {
    begin(say(draft.id ? 'alert.edit' : 'alert.new'));
    const known = alertStore.alerts.some(({ webhook }) => webhook);
    body.replaceChildren(alertForm(draft, (saved) => (saved?.webhook && !known ? showSecret(done) : done())));
    /** @type {HTMLElement} */ (body.querySelector('input[name="symbol"]:placeholder-shown') ?? body.querySelector('[name="price"]') ?? body.querySelector('select')).focus();
  }

  /** @param {() => void} done */
  function showSecret(done) {
    begin(say('alert.secret'));
    body.replaceChildren(newSecret(done));
    /** @type {HTMLElement} */ (body.querySelector('.done')).focus();
  }

  return { showList, showForm };
}

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('dialog.css', import.meta.url),
]);
