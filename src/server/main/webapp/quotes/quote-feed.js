// @ts-check
import { Backoff } from '../core/retry.js';
import { stream } from '../core/stream.js';
import { quotes } from './quote-store.js';

const ANSWER_WITHIN = 10_000;

const backoff = new Backoff();
let epoch = '';
let retry = 0;
let requested = 0;
let answered = 0;
let list = '';

/** Puts the stream's quotes into the store, and fetches the instruments whenever the server has restarted. */
export function startQuoteFeed() {
  stream.subscribe('quote', (quote) => quotes.receive(quote));
  stream.addEventListener('start', () => {
    const restarted = stream.epoch !== epoch;
    if (restarted || stream.start.resume === 'snapshot') quotes.beginAnew();
    if (!restarted) return;
    epoch = stream.epoch;
    backoff.reset();
    fetchInstruments();
  });
  // At once, to have rows before the first price. The hello may come late, or from a server with another list.
  fetchInstruments();
}

async function fetchInstruments() {
  clearTimeout(retry);
  const request = ++requested;
  try {
    const response = await fetch('api/instruments', { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    // The hello of somebody who has signed in asks again.
    if (response.status === 401) return;
    if (!response.ok) throw new Error(`api/instruments answered ${response.status}`);
    const text = await response.text();
    // An answer that comes after that to a later request may be from before the server's restart.
    if (request < answered) return;
    answered = request;
    if (text === list) return;
    quotes.replaceInstruments(JSON.parse(text));
    list = text;
  } catch (error) {
    console.warn(error);
    if (request === requested) retry = setTimeout(fetchInstruments, backoff.next());
  }
}
