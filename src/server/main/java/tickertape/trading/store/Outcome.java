package tickertape.trading.store;

import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;

/// What has come of a command.
public sealed interface Outcome {

    /// The order is in the books.
    ///
    /// @param isNew whether this command has put it there, and not one before of the same name
    record Placed(Order order, boolean isNew) implements Outcome {}

    /// Nothing was booked.
    record Refused(OrderReason reason) implements Outcome {}

    /// The order has changed as it was asked for.
    record Changed(Order order) implements Outcome {}

    /// The order is as it was, because it has ended, or has changed meanwhile.
    record Unchanged(Order order) implements Outcome {}

    /// What is about no order is as it was asked for.
    record Done() implements Outcome {}

    /// There is no such order, or it is somebody else's.
    record Unknown() implements Outcome {}
}
