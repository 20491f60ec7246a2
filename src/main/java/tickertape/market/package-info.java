/// What a price is, and the beat that moves it.
///
/// ```
/// Feed ──tick──▶ Market ──Tick──▶ MarketTicker ──CDI event──▶ whoever observes Tick
/// ```
///
/// - [Instrument] and [Symbol] say what is traded; [Trade] and [TopOfBook] what happened; [Quote] what it comes to.
/// - A [Feed] is a source of events: simulated, recorded, later live ones. They live in `feed`.
/// - [Market] folds the events of one tick into quotes, and shows whole ticks only to readers on any thread.
/// - [MarketTicker] beats: one interval, one tick, one CDI event. [Cadence] tells it which late beats to skip.
/// - The records go over the wire and to older clients as they are: nothing newer than Java 17 in them.
@NullMarked
package tickertape.market;

import org.jspecify.annotations.NullMarked;
