package tickertape.trading.store;

import java.math.BigDecimal;
import java.time.Duration;

/// The rules of the books.
///
/// @param cash what everybody begins a season with
/// @param ordersPerUser how many open orders a player may have
/// @param keep how long the rows of a season stay after its end
public record Books(BigDecimal cash, int ordersPerUser, Duration keep) {}
