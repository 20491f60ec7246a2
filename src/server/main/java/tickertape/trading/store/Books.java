package tickertape.trading.store;

import java.math.BigDecimal;

/// The rules of the books.
///
/// @param cash what everybody begins a season with
/// @param ordersPerUser how many open orders a player may have
public record Books(BigDecimal cash, int ordersPerUser) {}
