package tickertape.trading.matching;

import java.math.BigDecimal;
import tickertape.trading.order.Order;

/// What is to happen to an order, if it still is as it was.
public sealed interface Match {

    Order order();

    /// It trades.
    record Trade(Order order, long qty, BigDecimal px) implements Match {}

    /// It takes any price, and nothing is left of what is shown: it says so from now on.
    record Unfilled(Order order) implements Match {}

    /// Its stop price was reached.
    record Trigger(Order order) implements Match {}
}
