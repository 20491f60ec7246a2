// @ts-check
import { marketZone } from '../core/market-zone.js';

/**
 * A candle as the server sends it, with its start in milliseconds. `marks` say what touches it, such as `halted`; `made` that
 * the page has made it from quotes, because the server's own is not there yet.
 * @typedef {object} Bar
 * @property {number} start
 * @property {number} open
 * @property {number} high
 * @property {number} low
 * @property {number} close
 * @property {number} volume
 * @property {number} trades
 * @property {number} [vwap]
 * @property {boolean} complete
 * @property {string[]} marks
 * @property {boolean} [made]
 */
/** @typedef {'PT1M' | 'PT5M' | 'PT15M' | 'PT1H' | 'P1D' | 'P1W'} Interval */
/** @typedef {{interval: Interval, from?: number, to?: number, limit?: number}} Query with times in milliseconds */

/** @typedef {NonNullable<Awaited<ReturnType<typeof fetchBars>>>} Answer */

const ANSWER_WITHIN = 10_000;
const NONE = 404;
const PAUSED = 503;

/** The server's database is away, and with it the past. */
export class HistoryPaused extends Error {}

/**
 * Fetches candles, the oldest first; without times, the latest.
 * @param {string} symbol
 * @param {Query} query
 * @param {AbortSignal} signal
 * @returns {Promise<{bars: Bar[], older: boolean} | undefined>} and whether there are older ones; nothing from a server
 *     without history
 */
export async function fetchBars(symbol, { interval, from, to, limit }, signal) {
  const parameters = new URLSearchParams({ interval });
  if (from !== undefined) parameters.set('from', new Date(from).toISOString());
  if (to !== undefined) parameters.set('to', new Date(to).toISOString());
  if (limit !== undefined) parameters.set('limit', String(limit));
  const response = await fetch(`api/candles/${encodeURIComponent(symbol)}?${parameters}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]),
  });
  if (response.status === NONE) return undefined;
  if (response.status === PAUSED) throw new HistoryPaused(`the history of ${symbol} is paused`);
  if (!response.ok) throw new Error(`the candles of ${symbol} were answered with ${response.status}`);
  const { headers } = response;
  const zone = headers.get('Market-Zone');
  if (zone) marketZone.exchange = zone;
  return {
    bars: (await response.json()).map(toBar),
    older: /rel="?prev"?/.test(headers.get('Link') ?? ''),
  };
}

/**
 * @param {any} candle as the server sends it
 * @returns {Bar}
 */
export function toBar({ start, marks = [], ...figures }) {
  return { ...figures, start: Date.parse(start), marks };
}
