package it.commentary;

import it.Event;
import it.EventStream;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// Follows texts as the protocol says, and knows each of them so far.
final class Reader implements AutoCloseable {

    private final EventStream stream;
    private final Map<String, String> texts = new HashMap<>();

    private Reader(EventStream stream) {
        this.stream = stream;
    }

    /// @param query of the stream
    /// @param headers names and values in turn
    static Reader open(URI root, String query, String... headers) {
        return new Reader(EventStream.open(root.resolve("api/stream?" + query), headers));
    }

    EventStream stream() {
        return stream;
    }

    /// The next piece of any text.
    JsonObject next() {
        Event event = stream.next();
        while (!event.is("commentary") && !event.is("answer")) {
            event = stream.next();
        }
        JsonObject piece = event.json();
        texts.merge(
                piece.getString("id"),
                piece.getString("text"),
                (before, more) -> before.substring(0, piece.getInt("from")) + more);
        return piece;
    }

    /// The last piece of a text.
    JsonObject end(String id) {
        JsonObject piece = next();
        while (!piece.getString("id").equals(id) || !piece.containsKey("done")) {
            piece = next();
        }
        return piece;
    }

    /// A text so far.
    String text(String id) {
        return texts.getOrDefault(id, "");
    }

    @Override
    public void close() {
        stream.close();
    }
}
