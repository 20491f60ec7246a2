/// Others hand in prices: `feed.source=http`, and `POST /api/feed`.
///
/// ```
/// FeedResource ──▶ FeedDesk ──▶ FeedRequest, on a thread of its own ──▶ SourceTracker
///                                  reads line by line                       │ sequence numbers
///                                                                           ▼
///                               LineFeed ◀──at each tick── LineQueue, bounded: a full one is read no further
/// ```
///
/// - [line][tickertape.feeding.line] makes sense of what comes.
/// - A [SourceTracker] knows which lines of a source were taken, which came twice and which are missing.
/// - [LineFeed] is the market's feed. A [SymbolLeader] decides which of several sources moves a symbol.
/// - What has gone through a tick is confirmed, to the request that brought it and to `GET /api/feed`.
/// - [ListedInstruments] keeps the symbols that have become known, for the next start.
@NullMarked
package tickertape.feeding;

import org.jspecify.annotations.NullMarked;
