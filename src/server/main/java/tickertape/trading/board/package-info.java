/// What players have is worth, and who leads.
///
/// ```
/// books ─Changes─▶ Board ─┬─▶ Portfolio of each
/// quotes ─▶ Prices ───────┴─▶ Ranking ─▶ LeaderboardInfo
/// ```
///
/// A [Board] knows the holdings of all, and values only those anew whose prices or holdings have changed. An
/// [EquityCurve] says which points of it are kept.
@NullMarked
package tickertape.trading.board;

import org.jspecify.annotations.NullMarked;
