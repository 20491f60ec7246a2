/// What moves the market: the container's part of it.
///
/// - [MarketTicker] beats: one interval, one tick, one CDI event. [Cadence] tells it which late beats to skip.
/// - [MarketBeans] makes the one market, [TickerSettings] say how fast it beats.
@NullMarked
package tickertape.market.beat;

import org.jspecify.annotations.NullMarked;
