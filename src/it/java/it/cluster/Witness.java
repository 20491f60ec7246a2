package it.cluster;

import it.Event;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What all readers of a cluster have seen together: whatever one got under an id, the others must get too, and nothing
/// else. Safe for any thread.
final class Witness {

    private final ConcurrentNavigableMap<Long, Integer> events = new ConcurrentSkipListMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    void see(Event event) {
        Integer before = events.putIfAbsent(event.offset(), hash(event));
        if (before != null && before != hash(event)) {
            accuse("two events have one id: " + event);
        }
    }

    private static int hash(Event event) {
        return (event.name() + event.data()).hashCode();
    }

    void accuse(String fault) {
        faults.add(fault);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /// The highest offset.
    long last() {
        return events.isEmpty() ? 0 : events.lastKey();
    }

    int size() {
        return events.size();
    }

    /// Checks that a reader has seen everything between two offsets.
    ///
    /// @param count how many events those were
    /// @param sum of their offsets
    void compare(String reader, long from, long to, long count, long sum) {
        var all = events.subMap(from, false, to, true).keySet();
        if (all.size() != count || all.stream().mapToLong(offset -> offset).sum() != sum) {
            accuse("%s has seen %s of %s events behind %s and up to %s".formatted(reader, count, all.size(), from, to));
        }
    }
}
