/// The log that every stream is read from; it has never heard of stocks.
///
/// A publisher hands in [Draft]s of a [TopicDefinition]; [Tape] turns them into [Message]s with an offset each. A
/// reader holds a [Cursor] over a [Filter], and every [ReadResult] of it gives what lies between the cursor and the
/// end of the tape. A [Position] names a place on one tape, so that a reader who was cut off can go on where it
/// stopped.
///
/// ```
/// Draft ─▶ Tape ─▶ Reel { end, TopicLog { Backlog, latest of each key } } ─▶ Cursor ─▶ ReadResult
/// ```
@NullMarked
package tickertape.tape;

import org.jspecify.annotations.NullMarked;
