// @ts-check
import { charts } from '../core/charts.js';
import { features } from '../core/features.js';
import { preferences } from '../core/preferences.js';
import { stream } from '../core/stream.js';
import { fetchEarly } from './candles.js';
import { rangeOf } from './ranges.js';

// A pointer that only passes stays for a shorter time.
const STAYS = 80;

/** The code of the details, once it is asked for. @type {Promise<unknown> | undefined} */ let code;

/** Loads what draws the details of any symbol when the page has nothing else to do, but not for who saves data. */
export function loadAtRest() {
  const { connection } = /** @type {Navigator & { connection?: { saveData: boolean } }} */ (navigator);
  if (!connection?.saveData) (self.requestIdleCallback ?? setTimeout)(loadOnce);
}

/**
 * Loads what draws the details of any symbol. Prepares those of one once a pointer, or the keyboard, stays on its row, or
 * presses it: a click then finds all there.
 * @param {Event} first that shows that somebody is there
 */
export function prefetchDetails(first) {
  let symbol = '';
  let timer = 0;
  const consider = (/** @type {Event} */ { type, target }) => {
    const row = target instanceof Element ? target.closest('tr[data-symbol]') : null;
    const other = row?.getAttribute('data-symbol') ?? '';
    const pressed = type === 'pointerdown';
    if (other === symbol && !pressed) return;
    symbol = other;
    clearTimeout(timer);
    if (symbol && pressed) prepare(symbol);
    else if (symbol) timer = setTimeout(() => prepare(symbol), STAYS);
  };
  for (const type of ['pointerover', 'focusin', 'pointerdown']) document.addEventListener(type, consider, { passive: true });
  loadOnce();
  consider(first);
}

function loadOnce() {
  code ??= load(rangeOf(preferences.get('range')));
}

/** @param {string} symbol */
function prepare(symbol) {
  const range = rangeOf(preferences.get('range'));
  fetchEarly(symbol, { interval: range.interval, limit: range.limit });
}

/** @param {import('./ranges.js').Range} range */
async function load(range) {
  const parts = features.partsOf('detail').filter(({ topic }) => !topic || stream.offers(topic));
  const loads = [charts, ...[...features.panels, ...parts].map(({ load }) => load)];
  try {
    await Promise.all(loads.map((one) => one?.()));
    const { rehearse } = await import('./rehearsal.js');
    await rehearse(range);
  } catch {
    // What fails now fails again, and is reported, when it is needed.
  }
}
