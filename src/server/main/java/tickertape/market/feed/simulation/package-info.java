/// A made-up exchange: what its prices, books and trades are drawn from.
///
/// - [SimulatedExchange] moves everything, one tick at a time, as lively as its [Pace].
/// - [SimulatedStock] is one instrument of it: a [SimulatedPrice], and a [Book] that people trade in.
/// - [SimulatedPrice] is a hidden [EfficientPrice], moved by the shocks of [CommonFactor] and its own, scaled by
///   [LogVolatility] and the hour of the [TradingDay]; [BookMaker] lays a book around it.
/// - [Arrivals] say when somebody trades, [TradeMaker] at which price, [Lots] how much.
@NullMarked
package tickertape.market.feed.simulation;

import org.jspecify.annotations.NullMarked;
