/// What moves the market, once an interval.
///
/// ```
/// timer ─▶ MarketTicker ─▶ TickLoop ─▶ Market ─Tick─▶ TickPublisher            on the tick's thread
///                                              └────▶ TickMailbox ─▶ TickListener    each on a thread of its own
/// ```
///
/// - [MarketTicker] is the container's timer; [TickLoop] is what a tick does; [LateTickFilter] says which late ticks
///   to skip.
/// - [TickPublisher] puts the tick where readers find it. There is one.
/// - A [TickListener] is how a feature learns of ticks. [TickListeners] has all of them, a [ListenerThread] each, with
///   a bounded [TickMailbox].
/// - [MarketBeans] wires all that, [TickerSettings] say how often it ticks, [MarketMetrics] counts.
@NullMarked
package tickertape.market.ticker;

import org.jspecify.annotations.NullMarked;
