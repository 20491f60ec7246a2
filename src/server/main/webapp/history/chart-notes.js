// @ts-check
import { time } from '../core/formats.js';
import { marketZone } from '../core/market-zone.js';
import { locale, say, sentences } from '../core/words.js';
import { lengthOf } from './intervals.js';
import { barTime } from './time-axis.js';

/**
 * What a visitor must know of the bars, in whole sentences: what is not there, what is made up, whose time it is.
 * @param {import('./bar-series.js').BarSeries} series
 */
export function notes({ state, bars, interval, awaited, pausedAt }) {
  if (state === 'loading') return say('chart.loading');
  const simulated = bars.findLast(({ marks }) => marks.includes('simulated'));
  /** @type {[unknown, () => string][]} */ const all = [
    [state === 'none', () => say('chart.none')],
    [state === 'failed' && !pausedAt && !awaited, () => say('chart.failed')],
    [awaited, () => say('chart.awaited')],
    [pausedAt && !awaited, () => say('chart.paused', { time: time(pausedAt) })],
    [simulated, () => say('chart.simulated', { time: barTime(simulated?.start ?? 0, !lengthOf(interval)) })],
    [marketZone.name && lengthOf(interval), () => say('chart.zone', { zone: zoneName(marketZone.name) })],
  ];
  return sentences(...all.filter(([holds]) => holds).map(([, text]) => text()));
}

/** @param {string} zone such as `America/New_York` @returns {string} such as `Eastern Time` */
function zoneName(zone) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
