package tickertape.chat.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// Who is writing in which room: true for five seconds after somebody has said so. Safe for any thread.
public final class Typing {

    static final Duration LASTS = Duration.ofSeconds(5);
    static final int NAMES = 3;

    /// So many of a room are remembered, though only the first few are told.
    private static final int MOST = 100;

    private final LongSupplier nanoTime;
    private final Map<String, LinkedHashMap<String, Writer>> rooms = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /// Somebody who is writing.
    private record Writer(String name, long since) {}

    public Typing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public synchronized void begin(String room, String account, String name) {
        LinkedHashMap<String, Writer> writers = rooms.computeIfAbsent(room, _ -> new LinkedHashMap<>());
        if (writers.containsKey(account) || writers.size() < MOST) {
            writers.put(account, new Writer(name, nanoTime.getAsLong()));
            changed.add(room);
        }
    }

    public synchronized void end(String room, String account) {
        LinkedHashMap<String, Writer> writers = rooms.get(room);
        if (writers != null && writers.remove(account) != null) {
            changed.add(room);
        }
    }

    /// The rooms where it may be another since this was asked last.
    synchronized Set<String> changes() {
        var changes = Set.copyOf(changed);
        changed.clear();
        // Somebody there may stop without saying so.
        changed.addAll(rooms.keySet());
        return changes;
    }

    /// The first of those who are writing in a room.
    synchronized List<String> of(String room) {
        LinkedHashMap<String, Writer> writers = rooms.get(room);
        if (writers == null) {
            return List.of();
        }
        long now = nanoTime.getAsLong();
        writers.values().removeIf(writer -> now - writer.since() >= LASTS.toNanos());
        if (writers.isEmpty()) {
            rooms.remove(room);
        }
        return writers.values().stream().map(Writer::name).limit(NAMES).toList();
    }
}
