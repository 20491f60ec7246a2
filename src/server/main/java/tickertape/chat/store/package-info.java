/// The messages in the database, and the one thread between that and the tape.
///
/// ```
/// request ──Posting──▶ ChatQueue ──▶ ChatWriter: many in one transaction ──▶ database ──▶ ChatReader ──▶ the tape
///    ▲                                                                                       │
///    └───────────────────────── is answered when it lies on the tape ◀───────────────────────┘
/// ```
///
/// - Each transaction takes its [Revisions] first, so they become visible in their order, on all servers of a database.
/// - [ChatReader] puts on the tape what is new, whoever has written it, and knows by a [Mark] how far that is.
/// - [HistoryReader] reads what lies at or below a mark: what comes on the stream after that is never in a page, and
///   what came before always is.
/// - [ChatWorker] is the thread.
@NullMarked
package tickertape.chat.store;

import org.jspecify.annotations.NullMarked;
