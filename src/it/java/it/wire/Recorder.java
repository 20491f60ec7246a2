package it.wire;

import it.Event;
import it.EventParser;
import it.Patience;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A client that records what it reads: the raw bytes, and the events that the standard's parser makes of them.
final class Recorder implements Closeable {

    private final Closeable connection;
    private final EventParser parser;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Recorder(InputStream body, Closeable connection) {
        this.connection = connection;
        parser = new EventParser(new Copying(body));
    }

    /// Reads until each of these events came at least so often; fails if the stream ends before, or sends others only.
    void until(Map<String, Integer> wanted) throws IOException {
        var patience = Instant.now().plus(Patience.LONG);
        while (wanted.entrySet().stream().anyMatch(event -> count(event.getKey()) < event.getValue())) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("%s wanted, but these came: %s".formatted(wanted, counts));
            }
            add(parser.next().orElseThrow(() -> new AssertionError("the stream ended: " + text())));
        }
    }

    /// Reads to the end of the stream, which must be a proper one; otherwise throws an `IOException`.
    void toTheEnd() throws IOException {
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            add(event.get());
        }
    }

    private void add(Event event) {
        events.add(event);
        counts.merge(event.name(), 1, Integer::sum);
    }

    private int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    List<Event> events() {
        return events;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /// Passes bytes on and keeps a copy.
    private final class Copying extends FilterInputStream {

        Copying(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("one byte at a time");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            if (count > 0) {
                bytes.write(buffer, from, count);
            }
            return count;
        }
    }
}
