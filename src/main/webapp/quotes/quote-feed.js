// @ts-check
import { Backoff } from '../core/backoff.js';
import { stream } from '../core/stream.js';
import { quotes } from './quote-store.js';

const backoff = new Backoff();
let epoch = '';
let retry = 0;

/** Leads the stream's quotes into the store, and fetches the instruments whenever the server has started anew. */
export function feedQuotes() {
  stream.subscribe('quote', (quote) => quotes.receive(quote, stream.epoch));
  stream.addEventListener('hello', () => {
    if (stream.epoch === epoch) return;
    epoch = stream.epoch;
    backoff.reset();
    fetchInstruments();
  });
}

async function fetchInstruments() {
  clearTimeout(retry);
  const wanted = epoch;
  try {
    const response = await fetch('api/instruments', { cache: 'no-store' });
    if (!response.ok) throw new Error(`api/instruments answered ${response.status}`);
    const instruments = await response.json();
    // A list from before the server's restart, overtaken by a newer hello.
    if (wanted === epoch) quotes.replaceInstruments(instruments);
  } catch (error) {
    console.warn(error);
    if (wanted === epoch) retry = setTimeout(fetchInstruments, backoff.next());
  }
}
