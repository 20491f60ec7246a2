// @ts-check
import { stream } from '../core/stream.js';
import { quotes } from '../quotes/quote-store.js';
import { fetchBars, HistoryPaused, MOST_AT_A_TIME, toBar } from './candles.js';
import { covers, lengthOf, marketTime } from './intervals.js';

/** @typedef {import('./candles.js').Bar} Bar */
/** @typedef {import('./candles.js').Interval} Interval */

const AGAIN_AFTER = 5000;
// Who says to come back so soon is not without its database: it is still reading or writing the past.
const SOON = 2000;
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
  /** The last two from the topic: while an answer is on its way, one can end and one begin. @type {Bar[]} */ #received = [];
  #dayVolume = 0;
  #fetchingOlder = false;
  #fetchingTail = false;
  #tailWanted = false;
  /** Behind the bar that begins then, some may be missing. @type {number | undefined} */ #whole;
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
    for (const bar of this.#received) this.#receive(bar);
    this.#changed();
  }

  /**
   * Tries again in a while.
   * @param {unknown} error
   * @param {() => void} [again] for older bars, who shows them asks again
   */
  #failed(error, again = () => (this.#tailWanted ? this.#fetchTail() : this.#changed())) {
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
      this.#answered();
      this.#changed();
    } catch (error) {
      this.#failed(error);
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
    this.#received = [...this.#received.filter(({ start }) => start !== bar.start), bar].slice(-2);
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
    const follows = before?.complete && bar.start === before.start + lengthOf(this.interval);
    // First, because this one hides what is missing before it.
    if (!follows && !fetched) this.#fetchTail();
    if (known === this.bars.length - 1) this.bars.push(bar);
  }

  /** Fetches the bars from the last whole one on. */
  async #fetchTail() {
    this.#whole ??= lastWhole(this.bars);
    this.#tailWanted = true;
    if (this.#fetchingTail) return;
    this.#fetchingTail = true;
    try {
      while (this.#tailWanted) {
        this.#tailWanted = false;
        const from = this.#whole;
        const answer = await fetchBars(this.symbol, { interval: this.interval, from, limit: MOST_AT_A_TIME }, this.#signal);
        if (!answer) continue;
        this.#answered();
        // Older ones may have come in the meantime.
        this.bars = [...this.bars.filter(({ start }) => start < (from ?? 0)), ...answer.bars];
        this.#whole = lastWhole(this.bars);
        this.#tailWanted ||= answer.bars.length === MOST_AT_A_TIME;
        // The stream can be newer than the answer.
        for (const bar of this.#received) this.#put(bar, true);
        this.#changed();
      }
      this.#whole = undefined;
    } catch (error) {
      this.#tailWanted = true;
      this.#failed(error);
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

/** When the last whole bar begins, or the first one if none is whole. @param {Bar[]} bars */
function lastWhole(bars) {
  return (bars.findLast(({ complete }) => complete) ?? bars[0])?.start;
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
