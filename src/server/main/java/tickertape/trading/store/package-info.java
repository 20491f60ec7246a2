/// Keeps the books in the database, and says what has changed in them.
///
/// ```
/// requests, House ─Command─▶ CommandQueue ─▶ TradingWorker ─many at once─▶ Bookkeeper ─▶ database
///                                              │   ▲                          │
///                           quotes ─▶ Matcher ─┘   └── Changes ◀──────────────┘ (and of other servers)
///                                              └──▶ ChangeListener: the tape, the board
/// ```
///
/// - One transaction for all that has come meanwhile: [Bookkeeper] locks the one row of [StateTable], reads what the
///   commands are about, applies them in plain Java, and writes what has changed. So two servers on one database take
///   turns, and what is checked is what is written.
/// - Nobody hears of anything before it is on the disk.
/// - [BookCheck] proves from all rows that the books balance, and [PartCheck] from some rows at a time.
@NullMarked
package tickertape.trading.store;

import org.jspecify.annotations.NullMarked;
