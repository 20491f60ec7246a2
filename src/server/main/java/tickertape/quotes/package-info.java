/// Quotes and trades: puts each tick of the market on the tape, and serves the latest quotes and the instruments by
/// REST.
///
/// - [QuoteBeans] wires the topics `quote`, `trade` and `status`; [QuotePublisher] is what a tick calls.
/// - [InstrumentPublisher] puts what a file says of the instruments on the topic `instrument`.
/// - [LatestQuotes] owns the latest quotes for requests; streams read theirs from the tape, as bytes.
/// - [LatestTrades] has the last trades of each symbol.
/// - [CallerPrices] has those that a caller may see: these, or the [DelayedPrices].
/// - [QuotesResource], [TradesResource] and [InstrumentsResource] translate requests.
/// - Limits are not here: how many symbols a request may list is `tickertape.wire.RequestLimits`, how large a page
///   of a list may be `tickertape.web.rest.PageRequest`, how many instruments are simulated
///   `tickertape.market.feed.SimulatorSettings`.
@NullMarked
package tickertape.quotes;

import org.jspecify.annotations.NullMarked;
