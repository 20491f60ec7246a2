// @ts-check
import { Backoff } from '../core/backoff.js';
import { stream } from '../core/stream.js';
import { quotes } from './quote-store.js';

// So long an answer is waited for, before it is asked for again.
const PATIENCE = 10_000;

const backoff = new Backoff();
let epoch = '';
let retry = 0;
let asked = 0;
let answered = 0;
let list = '';

/** Leads the stream's quotes into the store, and fetches the instruments whenever the server has started anew. */
export function feedQuotes() {
  stream.subscribe('quote', (quote) => quotes.receive(quote));
  stream.addEventListener('start', () => {
    const restarted = stream.epoch !== epoch;
    if (restarted || stream.start.resume === 'snapshot') quotes.beginAnew();
    if (stream.start.resume !== 'resumed') quotes.miss();
    if (!restarted) return;
    epoch = stream.epoch;
    backoff.reset();
    fetchInstruments();
  });
  // At once, for a table before the first price; the hello may come late, and from a server that has another list.
  fetchInstruments();
}

async function fetchInstruments() {
  clearTimeout(retry);
  const query = ++asked;
  try {
    const response = await fetch('api/instruments', { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`api/instruments answered ${response.status}`);
    const text = await response.text();
    // An answer that was overtaken by a later one may be from before the server's restart.
    if (query < answered) return;
    answered = query;
    if (text === list) return;
    quotes.replaceInstruments(JSON.parse(text));
    list = text;
  } catch (error) {
    console.warn(error);
    if (query === asked) retry = setTimeout(fetchInstruments, backoff.next());
  }
}
