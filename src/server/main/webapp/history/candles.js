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

/** How many bars the server gives at a time. */
export const MOST_AT_A_TIME = 5000;
const ANSWER_WITHIN = 10_000;
const NONE = 404;
const PAUSED = 503;

// What was asked for earlier has little that the stream need not bring again.
const FRESH = 10_000;

/** The server does not have the past at the moment. */
export class HistoryPaused extends Error {
  /** When to ask again, in milliseconds; 0 if it does not say. */ retryAfter;

  /**
   * @param {string} message
   * @param {Response} response
   */
  constructor(message, { headers }) {
    super(message);
    this.retryAfter = 1000 * Number(headers.get('Retry-After') ?? 0);
  }
}

/** What was asked for before it is wanted. @type {{path: string, at: number, leave: AbortController, answer: ReturnType<typeof request>} | undefined} */
let early;

/**
 * Fetches candles that may be wanted in a moment, unless that is just being done.
 * @param {string} symbol
 * @param {Query} query
 */
export function fetchEarly(symbol, query) {
  const path = pathOf(symbol, query);
  if (early?.path === path && isFresh(early)) return;
  early?.leave.abort();
  const leave = new AbortController();
  const asked = (early = { path, at: performance.now(), leave, answer: request(path, leave.signal) });
  // What fails is asked for again when it is wanted.
  asked.answer.catch(() => {
    if (early === asked) early = undefined;
  });
}

/**
 * Fetches candles, the oldest first; without times, the latest.
 * @param {string} symbol
 * @param {Query} query
 * @param {AbortSignal} signal
 * @returns {Promise<{bars: Bar[], older: boolean} | undefined>} and whether there are older ones; nothing from a server
 *     without history
 */
export async function fetchBars(symbol, query, signal) {
  const path = pathOf(symbol, query);
  if (early?.path !== path || !isFresh(early)) return request(path, signal);
  const { answer } = early;
  early = undefined;
  return answer;
}

/** @param {{at: number}} asked */
function isFresh({ at }) {
  return performance.now() - at < FRESH;
}

/**
 * @param {string} symbol
 * @param {Query} query
 */
export function pathOf(symbol, { interval, from, to, limit }) {
  const parameters = new URLSearchParams({ interval });
  if (from !== undefined) parameters.set('from', new Date(from).toISOString());
  if (to !== undefined) parameters.set('to', new Date(to).toISOString());
  if (limit !== undefined) parameters.set('limit', String(limit));
  return `api/candles/${encodeURIComponent(symbol)}?${parameters}`;
}

/**
 * @param {string} path
 * @param {AbortSignal} signal
 * @returns {ReturnType<typeof fetchBars>}
 */
async function request(path, signal) {
  const response = await fetch(path, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]) });
  if (response.status === NONE) return undefined;
  if (response.status === PAUSED) throw new HistoryPaused(`${path}: paused`, response);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
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
