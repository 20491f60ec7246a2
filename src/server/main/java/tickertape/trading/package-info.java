/// Paper trading: everybody plays for the lead with the same play money.
///
/// ```
/// OrdersResource ─▶ Orders ─▶ Trading ─▶ store.TradingWorker ─▶ database
/// house ──────────────────────▶  │              │  ▲
/// Tick ─▶ TradingListener ─▶ Prices ────────────┼──┘ matching
///                              │                ▼
///                            board ◀── TradingPublisher ─▶ the tape
/// ```
///
/// - `order` has what an order is, `ledger` the books of a player, `matching` the orders that wait: plain Java.
/// - `store` keeps the books in the database; its worker is the only one that trades.
/// - `board` values what players have, and ranks them.
/// - [Trading] is the one door, for people and for the players of the house alike.
@NullMarked
package tickertape.trading;

import org.jspecify.annotations.NullMarked;
