package it.soak;

import it.Connection;
import it.Event;
import it.EventParser;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Follows texts as the protocol says, over connections that are cut, and knows each of them so far. One thread reads,
/// any thread looks.
final class TextReader {

    private final URI uri;
    private final String[] headers;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> ended = new ConcurrentHashMap<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger wholes = new AtomicInteger();
    private volatile String lastId = "";

    /// @param headers names and values in turn
    TextReader(URI uri, String... headers) {
        this.uri = uri;
        this.headers = headers;
    }

    /// Opens a connection that goes on where the one before it was cut.
    Connection connect() {
        String from = lastId;
        URI next = from.isEmpty() ? uri : URI.create(uri + "&lastEventId=" + from);
        return Connection.get(next, headers);
    }

    /// Reads until the connection ends.
    void read(Connection connection) {
        try (connection) {
            var parser = new EventParser(connection.body());
            for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
                take(event.get());
            }
        } catch (IOException | UncheckedIOException cut) {
            // That is what this is about.
        }
    }

    void take(Event event) {
        if (event.is("hello") && event.json().getString("resume").equals("snapshot") && !lastId.isEmpty()) {
            faults.incrementAndGet();
        }
        if (event.is("gap")) {
            faults.incrementAndGet();
        }
        if (event.is("commentary") || event.is("answer")) {
            add(event.json());
        }
        event.id().ifPresent(id -> lastId = id);
    }

    private void add(JsonObject piece) {
        String id = piece.getString("id");
        int from = piece.getInt("from");
        String before = texts.getOrDefault(id, "");
        if (from > before.length()) {
            faults.incrementAndGet();
            return;
        }
        if (from == 0 && !before.isEmpty()) {
            wholes.incrementAndGet();
        }
        texts.put(id, before.substring(0, from) + piece.getString("text"));
        if (piece.containsKey("done")) {
            ended.put(id, piece.getString("reason"));
        }
    }

    String text(String id) {
        return texts.getOrDefault(id, "");
    }

    boolean hasEnded(String id) {
        return ended.containsKey(id);
    }

    Map<String, String> ended() {
        return Map.copyOf(ended);
    }

    /// Pieces that did not join what was there, and gaps.
    int faults() {
        return faults.get();
    }

    /// Texts that came again as a whole.
    int wholes() {
        return wholes.get();
    }
}
