/// Where market events come from: one class a source, and what each is made of.
///
/// - [FeedBeans] makes the one feed that [FeedSettings] choose.
/// - [SimulatedFeed] makes prices up. Each [SimulatedStock] moves a hidden [EfficientPrice] by the shocks of
///   [CommonFactor] and its own, scaled by [LogVolatility] and the [TradingDay]; [BookMaker] lays a book around it, and
///   [Arrivals] say when somebody trades. [Pace] is how lively that is.
/// - [InstrumentList] reads what it may trade from the jar.
/// - [ReplayFeed] plays a [Recording], which [RecordingReader] has read and checked.
/// - [CsvFile] reads either, and [BadFileException] tells file, line and fault.
/// - [Timeline] turns moments inside a tick into the server's time.
@NullMarked
package tickertape.market.feed;

import org.jspecify.annotations.NullMarked;
