/// A simulated exchange: the models that its prices, books and trades are drawn from.
///
/// - [SimulatedExchange] advances everything by one tick, at its [Pace].
/// - [SimulatedStock] is one instrument: a [SimulatedPrice], the [Book] around it, and the trades in that.
/// - [SimulatedPrice] is a hidden [EfficientPrice], moved by the shocks of the [FactorModel] and its own, scaled by
///   [LogVolatility] and the hour of the [TradingDay]. A [MarketMaker] quotes a book around it.
/// - [SimulatedPast] tells what was before the first tick, with a [PastStock] for each instrument.
/// - [TradeArrivals] say when there is a trade, [OrderFlow] at which price, [LotSizes] how large.
@NullMarked
package tickertape.market.feed.simulation;

import org.jspecify.annotations.NullMarked;
