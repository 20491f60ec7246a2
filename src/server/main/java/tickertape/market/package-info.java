/// What a price is, and how far it can be relied on.
///
/// ```
/// Feed ──tick──▶ Market ──Tick──▶ MarketTicker ──CDI event──▶ whoever observes Tick
/// ```
///
/// - [Instrument] and [Symbol] say what is traded; [MarketEvent] what happened; [Quote] what it comes to.
/// - A [Feed] is a source of events: simulated, recorded, later live ones. They live in `feed`.
/// - [Market] folds the events of one tick into quotes, and shows whole ticks only to readers on any thread. It keeps a
///   [InstrumentState] of each instrument, with its [DayStatistics], and the [SilenceDetector] that tells when its
/// silence is news.
/// - [MarketStatus] is the [MarketPhase] the whole market is in.
/// - `beat` is what moves it. Here is plain Java.
/// - The records go over the wire and to older clients as they are: nothing newer than Java 17 in them.
@NullMarked
package tickertape.market;

import org.jspecify.annotations.NullMarked;
