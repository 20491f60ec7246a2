package it.wire;

import it.Event;
import it.EventParser;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A client that keeps what it reads: the bytes as they came, and the events that the standard makes of them.
final class Recorder implements Closeable {

    private final Closeable connection;
    private final EventParser parser;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Event> events = new ArrayList<>();

    Recorder(InputStream body, Closeable connection) {
        this.connection = connection;
        parser = new EventParser(new Copying(body));
    }

    /// Reads on until there are events enough; fails where the stream ends before.
    void until(Predicate<List<Event>> enough) throws IOException {
        while (!enough.test(events)) {
            events.add(parser.next().orElseThrow(() -> new AssertionError("the stream ended: " + text())));
        }
    }

    /// Reads on to the end, which must be one in good order: an `IOException` tells of any other.
    void toTheEnd() throws IOException {
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
        }
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
