package tickertape.trading.store;

/// What a player has called an order.
record OrderName(long player, String clOrdId) {}
