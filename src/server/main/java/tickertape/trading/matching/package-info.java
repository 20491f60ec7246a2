/// The orders that wait, by symbol, and which of them trade at a quote. Plain Java, without the database.
///
/// ```
/// quote ─▶ Matcher ─▶ OrderBook (a symbol): market orders, then limits by price and time; stops that wait
///             └─▶ Match: which order, how much, at which price
/// ```
///
/// A match only proposes: the store decides, and says what the order is then.
@NullMarked
package tickertape.trading.matching;

import org.jspecify.annotations.NullMarked;
