package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The server of tests of what clients make of a stream. Each of its streams ends by a goodbye after some seconds,
/// and a client that goes on from where it was loses nothing: it must have read what a plain reader has.
public final class RotatingServer {

    /// So many quotes and trades a client reads.
    public static final int EVENTS = 10_000;

    /// After so many bytes a proxy cuts off each of its streams, before the goodbye is due.
    public static final int CUT = 60_000;

    public static final int NEVER = Integer.MAX_VALUE;

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

    // What a client prints of an event is its id, its name, and its data.
    private static Event printed(String line) {
        String[] parts = line.split(" ", 3);
        return new Event(parts[1], parts[2], Optional.of(parts[0]), OptionalLong.empty());
    }

    /// Asserts that a client has read what a plain one reads, through goodbyes, or through cuts.
    ///
    /// @param bytes after which each of its streams was cut off
    /// @param codings of all answers that it got
    /// @param printed its quotes, trades and goodbyes: id, name and data of each
    public static void assertReadsTheSame(
            String position, int bytes, Collection<String> codings, Collection<String> printed) {
        List<Event> changes = printed.stream()
                .map(RotatingServer::printed)
                .filter(RotatingServer::isChange)
                .toList();
        int goodbyes = printed.size() - changes.size();
        // The client itself ends the last one.
        int cuts = codings.size() - goodbyes - 1;

        assertThat(codings).containsOnly("gzip");
        assertThat(bytes == NEVER ? goodbyes : cuts)
                .as("%s goodbyes, %s cuts", goodbyes, cuts)
                .isPositive();
        assertThat(changes)
                .hasSize(EVENTS)
                .isEqualTo(changes(position, changes.getLast().offset()));
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
