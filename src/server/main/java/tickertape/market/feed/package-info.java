/// The feeds there are: simulated and recorded ones, and whatever a jar brings.
///
/// - [FeedBeans] opens the one [FeedSource] that [FeedSettings] select. A jar adds a feed by a bean of that type.
/// - [SimulatedFeed] makes prices up, by the models in `simulation`, for the instruments of an [InstrumentList].
/// - [ReplayFeed] plays a [Recording], which [RecordingReader] has read and checked.
/// - [ReferenceData] knows what [ReferenceFiles] say of instruments, a line each in an [InstrumentRow], and reads them
///   again when they change; with it, [DescribedFeed] describes the instruments of any feed.
/// - [CsvFile] reads all kinds of files; a [BadFileException] names file, line and fault.
/// - [TickInterval] turns fractions of a tick into the server's time.
@NullMarked
package tickertape.market.feed;

import org.jspecify.annotations.NullMarked;
