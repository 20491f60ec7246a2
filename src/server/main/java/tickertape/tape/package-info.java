/// The log that every stream is read from; it knows nothing of stocks.
///
/// A publisher hands in [Draft]s of a [TopicDefinition]; the [Tape] turns them into messages with an offset each.
/// A reader holds a [Cursor] over a [Filter], and each [ReadResult] gives what lies between the cursor and the
/// end of the tape. A [Position] is an offset on one tape, from which a reader that was cut off goes on.
///
/// ```
/// Draft ─▶ Tape ─▶ Reel ─┬─ SharedLog: what is for all ───────────────┐
///                        └─ OwnerLogs ─ OwnerLog: what is for one ────┴─▶ Cursor ─▶ ReadResult
/// ```
///
/// Each batch makes a new [Reel], which is immutable: reading takes no lock, and sees a batch whole or not at
/// all. A topic's messages are kept in a [TopicLog] of its kind, and what falls out of it is decided there:
///
/// - [LatestLog]: the newest message of each key, and a [Backlog] of the last ones for readers that come back;
/// - [EveryLog]: a backlog; a reader that comes too late gets a gap;
/// - [GrowingLog]: texts that are appended to, whole, and a backlog of their pieces.
///
/// Readers at the same offset with the same filter share one read, bytes included. Messages of private topics
/// come to their owners beside it: an append of them leaves the shared log, and all that was read from it, as it
/// was.
@NullMarked
package tickertape.tape;

import org.jspecify.annotations.NullMarked;
