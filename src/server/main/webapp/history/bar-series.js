// @ts-check
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';
import { fetchBars, HistoryPaused, toBar } from './candles.js';
import { covers, lengthOf, marketTime } from './intervals.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {import('./candles.js').Interval} Interval */

const AGAIN_AFTER = 5000;
// Who says to come back so soon is not without its database: it is still reading or writing the past.
const SOON = 2000;
// What was missed while the page slept comes in one answer.
const MOST = 5000;
const OLDER = 500;

/**
 * The bars of one symbol: those of the past, and the one that is forming. It listens before it fetches, so that no bar is
 * missing between the two; a bar that comes both ways is one, by its start. Where the server is behind the newest quote, or
 * has no history, that quote is added. Fires `change`.
 */
export class BarSeries extends EventTarget {
  symbol;
  interval;
  /** The oldest first. @type {Bar[]} */ bars = [];
  /** @type {'loading' | 'ready' | 'none' | 'failed'} `none` from a server without history */ state = 'loading';
  /** Whether there are bars before the first one. */ older = false;
  /** Whether the server is still preparing the past. */ awaited = false;
  /** Since when the server's history is paused, by this machine's clock; 0 if it is not. */ pausedAt = 0;
  /** How many bars were put before those that were there at first. */ prepended = 0;
  #signal;
  /** The bar that is forming, from the topic. @type {Bar | undefined} */ #forming;
  #dayVolume = 0;
  #fetchingOlder = false;
  #fetchingTail = false;
  #tailWanted = false;
  #subscribed = false;
  #retry = 0;

  /**
   * @param {string} symbol
   * @param {Interval} interval
   * @param {AbortSignal} signal ends it
   */
  constructor(symbol, interval, signal) {
    super();
    this.symbol = symbol;
    this.interval = interval;
    this.#signal = signal;
    this.#dayVolume = quotes.quote(symbol)?.volume ?? 0;
    this.#subscribe();
    stream.addEventListener('start', () => {
      this.#subscribe();
      // What was not sent in between is not on the stream any more.
      if (this.state === 'ready' && stream.start.resume !== 'resumed') this.#fetchTail();
    }, { signal });
    quotes.addEventListener(symbol, () => this.#follow(), { signal });
  }

  /** Fetches the latest bars. @param {number} limit */
  async load(limit) {
    try {
      const answer = await fetchBars(this.symbol, { interval: this.interval, limit }, this.#signal);
      if (this.#signal.aborted) return;
      this.state = answer ? 'ready' : 'none';
      this.bars = answer?.bars ?? this.bars;
      this.older = answer?.older ?? false;
      this.#answered();
    } catch (error) {
      if (this.#signal.aborted) return;
      this.state = 'failed';
      this.#failed(error, () => this.load(limit));
    }
    if (this.#forming) this.#receive(this.#forming);
    this.#changed();
  }

  /**
   * Tries again in a while.
   * @param {unknown} error
   * @param {() => void} again
   */
  #failed(error, again) {
    if (this.#signal.aborted) return;
    const retryAfter = error instanceof HistoryPaused ? error.retryAfter : 0;
    this.awaited = retryAfter > 0 && retryAfter <= SOON;
    if (!(error instanceof HistoryPaused)) console.warn(error);
    else if (!this.awaited) this.pausedAt ||= Date.now();
    this.#retry ||= setTimeout(() => {
      this.#retry = 0;
      // Nothing is answered before somebody signs in.
      if (stream.state === 'unauthorized') stream.addEventListener('start', again, { once: true, signal: this.#signal });
      else if (!this.#signal.aborted) again();
    }, retryAfter || AGAIN_AFTER);
    this.#changed();
  }

  #answered() {
    this.awaited = false;
    this.pausedAt = 0;
  }

  /** Fetches bars before the first one. @returns {Promise<void>} */
  async loadOlder() {
    if (!this.older || this.#fetchingOlder || this.#retry || !this.bars.length) return;
    this.#fetchingOlder = true;
    try {
      const answer = await fetchBars(this.symbol, { interval: this.interval, to: this.bars[0].start, limit: OLDER }, this.#signal);
      this.older = answer?.older ?? false;
      this.bars = [...(answer?.bars ?? []), ...this.bars];
      this.prepended += answer?.bars.length ?? 0;
      this.#changed();
      this.#answered();
    } catch (error) {
      this.#failed(error, () => this.loadOlder());
    } finally {
      this.#fetchingOlder = false;
    }
  }

  /** The server refuses topics that it does not have: what it has, its hello says. */
  #subscribe() {
    const topic = `candle?interval=${this.interval}`;
    if (this.#subscribed || !stream.offers(topic)) return;
    this.#subscribed = true;
    this.#signal.addEventListener('abort', stream.subscribe(topic, (candle) => this.#receive(toBar(candle)), this.symbol));
  }

  /** @param {Bar} bar from the topic */
  #receive(bar) {
    this.#forming = bar;
    if (!bar.complete) this.pausedAt = bar.marks.includes('paused') ? this.pausedAt || Date.now() : 0;
    if (this.state !== 'ready') return;
    this.#put(bar);
    this.#changed();
  }

  /**
   * @param {Bar} bar a whole one
   * @param {boolean} [fetched] whether those before it have just been fetched
   */
  #put(bar, fetched = false) {
    const known = this.bars.findLastIndex((one) => one.start <= bar.start && !one.made);
    const before = this.bars[known];
    if (before?.start === bar.start) {
      // The answer to a request can be newer than the stream.
      if (bar.trades >= before.trades) this.bars[known] = bar;
      return;
    }
    this.bars = this.bars.filter((one) => !one.made);
    if (known === this.bars.length - 1) this.bars.push(bar);
    const follows = before?.complete && bar.start === before.start + lengthOf(this.interval);
    if (!follows && !fetched) this.#fetchTail();
  }

  /** Fetches the bars from the last whole one on. */
  async #fetchTail() {
    this.#tailWanted = true;
    if (this.#fetchingTail) return;
    this.#fetchingTail = true;
    try {
      while (this.#tailWanted) {
        this.#tailWanted = false;
        const whole = this.bars.filter(({ made }) => !made);
        const from = (whole.findLast(({ complete }) => complete) ?? whole[0])?.start;
        const answer = await fetchBars(this.symbol, { interval: this.interval, from, limit: MOST }, this.#signal);
        if (!answer) continue;
        this.#answered();
        this.bars = [...whole.filter(({ start }) => from !== undefined && start < from), ...answer.bars];
        // The stream can be newer than the answer.
        if (this.#forming) this.#put(this.#forming, true);
        this.#changed();
      }
    } catch (error) {
      this.#failed(error, () => this.#fetchTail());
    } finally {
      this.#fetchingTail = false;
    }
  }

  /** Adds the newest quote to the bar that it belongs to, or begins one with it, if anything was traded. */
  #follow() {
    const quote = quotes.quote(this.symbol);
    const volume = quote?.volume ?? 0;
    const traded = volume > this.#dayVolume ? volume - this.#dayVolume : 0;
    this.#dayVolume = volume;
    const at = marketTime(quotes.entry(this.symbol));
    const last = this.bars.at(-1);
    const length = lengthOf(this.interval);
    if (quote && traded && this.state !== 'loading' && length && (!last || at >= last.start + length)) {
      const { last: price } = quote;
      const start = Math.floor(at / length) * length;
      this.bars.push({ start, open: price, high: price, low: price, close: price, volume: traded, trades: 0, complete: false, marks: [], made: true });
    } else if (last?.made && traded) this.#replaceLast({ ...last, volume: last.volume + traded });
    this.#changed();
  }

  /** @param {Bar} bar */
  #replaceLast(bar) {
    this.bars[this.bars.length - 1] = bar;
  }

  /** The last bar ends where the price that is shown elsewhere is. */
  #changed() {
    const last = this.bars.at(-1);
    const entry = quotes.entry(this.symbol);
    if (last && entry && entry.quote.volume && !last.complete && covers(this.interval, last.start, marketTime(entry))) {
      const { last: close } = entry.quote;
      this.#replaceLast(widened(last, { ...last, high: close, low: close, close }));
    }
    this.dispatchEvent(new Event('change'));
  }
}

/**
 * A bar that reaches as far as a part of it does, with the close of that part. Its volume stays: it is not the part's.
 * @param {Bar} bar
 * @param {Bar} part
 * @returns {Bar}
 */
function widened(bar, { high, low, close }) {
  return { ...bar, high: Math.max(bar.high, high), low: Math.min(bar.low, low), close };
}
