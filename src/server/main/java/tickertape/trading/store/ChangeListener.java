package tickertape.trading.store;

import tickertape.trading.order.Order;

/// Hears what has changed in the books, on the worker's thread.
public interface ChangeListener {

    /// Takes changes that are on the disk.
    void changed(Changes changes);

    /// Why an open order waits has changed.
    void waits(Iterable<Order> orders);

    /// Is called after each turn, a few times a second.
    void turned();
}
