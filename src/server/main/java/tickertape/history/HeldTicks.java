package tickertape.history;

import java.util.ArrayList;
import java.util.List;
import tickertape.market.Tick;

/// The ticks of a server that has just begun to lead: they wait, in memory, while it reads what the one before has
/// written, so that none of its bars goes out before that. One thread uses it.
final class HeldTicks {

    private final int capacity;
    private final List<Tick> ticks = new ArrayList<>();
    private boolean holding;

    /// @param capacity with so many it waits no longer; 0 where there is no other server
    HeldTicks(int capacity) {
        this.capacity = capacity;
    }

    /// This server begins to lead: ticks of an earlier time are void.
    void begin() {
        ticks.clear();
        holding = capacity > 0;
    }

    /// Whether ticks wait since this server leads.
    boolean isHolding() {
        return holding;
    }

    /// Adds the newest tick; returns those that wait no longer, in order.
    ///
    /// @param unread whether there is something that is still to be read, and can be
    List<Tick> release(Tick newest, boolean unread) {
        ticks.add(newest);
        holding = holding && unread && ticks.size() < capacity;
        if (holding) {
            return List.of();
        }
        List<Tick> due = List.copyOf(ticks);
        ticks.clear();
        return due;
    }
}
