package it;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The server of tests of what clients make of a stream. Each of its streams ends by a goodbye after some seconds, and
/// a
/// client that goes on from where it was loses nothing: it must have read what a plain reader has.
public final class RotatingServer {

    private static final String CHANGES = "api/stream?topic=quote,trade";
    private static final Set<String> NAMES = Set.of("quote", "trade");

    private static final Map<String, String> SETTINGS = Map.of(
            "STREAM_ROTATION", "PT2S",
            "STREAM_RETRY", "PT0.1S",
            "SIMULATOR_INSTRUMENTS", "100",
            "SIMULATOR_PACE", "steady",
            "TICKER_INTERVAL", "PT0.1S",
            // On a busy machine a reader may be late; it must get every change anyway.
            "STREAM_LAG", "PT10M",
            "STREAM_BURST", "1000000",
            "STREAM_BACKLOG", "1000000");

    private RotatingServer() {}

    public static LibertyServer get() {
        return SharedServers.with(SETTINGS);
    }

    /// Where its stream is now.
    public static String position() {
        try (var stream = EventStream.open(get().uri(CHANGES))) {
            return stream.next("quote").id().orElseThrow();
        }
    }

    /// The path of all quotes and trades after a position.
    public static String path(String position) {
        return CHANGES + "&lastEventId=" + position;
    }

    public static boolean isChange(Event event) {
        return NAMES.contains(event.name());
    }

    /// An event that a program prints with its id and its name.
    public static Event printed(String line) {
        String[] parts = line.split(" ", 3);
        return new Event(parts[1], parts[2], Optional.of(parts[0]), OptionalLong.empty());
    }

    /// All quotes and trades between two positions, as a plain reader gets them.
    ///
    /// @param position the id before the first one
    /// @param end the offset of the last one
    public static List<Event> changes(String position, long end) {
        URI uri = get().uri(path(position));
        var changes = new ArrayList<Event>();
        String last = position;
        long offset = 0;
        while (offset < end) {
            try (var stream = EventStream.open(uri, "Last-Event-ID", last)) {
                List<Event> events = stream.rest();
                events.stream().filter(RotatingServer::isChange).forEach(changes::add);
                last = events.getLast().id().orElseThrow();
                offset = events.getLast().offset();
            }
        }
        changes.removeIf(event -> event.offset() > end);
        return changes;
    }
}
