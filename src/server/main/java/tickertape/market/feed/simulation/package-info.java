/// A made-up exchange: what its prices, books and trades are drawn from.
///
/// - [SimulatedExchange] moves everything, one tick at a time, as lively as its [Pace].
/// - [SimulatedStock] is one instrument of it: a [SimulatedPrice], and a [Book] that people trade in.
/// - [SimulatedPrice] is a hidden [EfficientPrice], moved by the shocks of [FactorModel] and its own, scaled by
///   [LogVolatility] and the hour of the [TradingDay]; [MarketMaker] lays a book around it.
/// - [TradeArrivals] say when somebody trades, [OrderFlow] at which price, [LotSizes] how much.
@NullMarked
package tickertape.market.feed.simulation;

import org.jspecify.annotations.NullMarked;
