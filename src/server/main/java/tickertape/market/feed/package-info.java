/// Where market events come from: one class a source.
///
/// - [FeedBeans] makes the one feed that [FeedSettings] choose.
/// - [SimulatedFeed] makes prices up; what of, is in `simulation`. [InstrumentList] reads from the jar what it trades.
/// - [ReplayFeed] plays a [Recording], which [RecordingReader] has read and checked.
/// - [CsvFile] reads either, and [BadFileException] tells file, line and fault.
/// - [Timeline] turns moments inside a tick into the server's time.
@NullMarked
package tickertape.market.feed;

import org.jspecify.annotations.NullMarked;
