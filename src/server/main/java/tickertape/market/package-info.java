/// What is traded, and how the events of a feed become quotes.
///
/// ```
/// Feed ──events──▶ Market ──Tick──▶ ticker.TickPublisher, then every ticker.TickListener
/// ```
///
/// - An [Instrument] is what is traded. What happens to it, and what comes of that, are records of `tickertape.wire`.
/// - A [Feed] is a source of events. `feed` has those there are: simulated and recorded ones.
/// - A [Continuation] remembers the [LastPrice] of each instrument, so that a simulated feed goes on after a
///   restart.
/// - [PastCandles] remembers the bars of before, for whoever compares.
/// - [Market] folds the events of one [Tick] into quotes. It keeps an [InstrumentState] of each instrument, with
///   its [DayStatistics] and a [SilenceDetector] that decides when its quote is stale.
/// - `ticker` moves it, once an interval. Here is plain Java.
///
/// A new field of the quote: `tickertape.wire.Quote`, [DayStatistics] if it is a figure of the day, and
/// `InstrumentState.quote`, the one place where a quote is put together.
@NullMarked
package tickertape.market;

import org.jspecify.annotations.NullMarked;
