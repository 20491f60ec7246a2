/// What moves the market: the container's part of it.
///
/// - [MarketTicker] beats: one interval, one tick, one CDI event. [LateTickFilter] tells it which late beats to skip.
/// - [MarketBeans] makes the one market, [TickerSettings] say how fast it beats.
@NullMarked
package tickertape.market.ticker;

import org.jspecify.annotations.NullMarked;
