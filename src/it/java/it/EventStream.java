package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A subscriber that reads: a virtual thread receives the events, and a test takes them one at a time.
public final class EventStream implements AutoCloseable {

    /// How a stream ended.
    public enum End {
        /// The server ended the body properly.
        CLEAN,
        /// The connection was lost before the end of the body.
        CUT
    }

    private final URI uri;
    private final Connection connection;
    // An empty one marks the end.
    private final BlockingQueue<Optional<Event>> arrived = new LinkedBlockingQueue<>();
    private volatile Optional<End> end = Optional.empty();
    private String last = "nothing";

    private EventStream(URI uri, Connection connection) {
        this.uri = uri;
        this.connection = connection;
    }

    /// Opens a stream and waits for its headers.
    ///
    /// @param headers names and values in turn
    public static EventStream open(URI uri, String... headers) {
        return over(uri, Connection.get(uri, headers));
    }

    /// Opens a stream from this address of the machine.
    ///
    /// @param headers names and values in turn
    public static EventStream from(String address, URI uri, String... headers) {
        return over(uri, Connection.from(address, uri, headers));
    }

    /// What comes over a connection on which a stream was asked for.
    public static EventStream over(URI uri, Connection connection) {
        var stream = new EventStream(uri, connection);
        EventParser parser = parser(connection);
        Thread.ofVirtual().name("reader of " + uri).start(() -> stream.read(parser));
        return stream;
    }

    private static EventParser parser(Connection connection) {
        try {
            return new EventParser(connection.decoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(EventParser parser) {
        try {
            for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
                arrived.add(event);
            }
            end = Optional.of(End.CLEAN);
        } catch (IOException e) {
            end = Optional.of(End.CUT);
        } finally {
            arrived.add(Optional.empty());
        }
    }

    public Connection connection() {
        return connection;
    }

    /// The next event; fails if none comes within a minute, or the stream ends.
    public Event next() {
        return next(Patience.LONG);
    }

    public Event next(Duration patience) {
        return poll(patience)
                .orElseThrow(() -> new AssertionError("%s ended (%s); before: %s".formatted(uri, end, last)));
    }

    /// The next event of this name; skips those before it.
    public Event next(String name) {
        Event event = next();
        while (!event.is(name)) {
            event = next();
        }
        return event;
    }

    public List<Event> next(int count) {
        var events = new ArrayList<Event>(count);
        while (events.size() < count) {
            events.add(next());
        }
        return events;
    }

    /// All events that have come and were not yet taken.
    public List<Event> soFar() {
        return next(arrived.size());
    }

    /// All events that still come until the stream ends; fails if it does not end within two minutes.
    public List<Event> rest() {
        Instant limit = Instant.now().plus(Patience.LONG.multipliedBy(2));
        var events = new ArrayList<Event>();
        for (Optional<Event> event = poll(Patience.LONG); event.isPresent(); event = poll(Patience.LONG)) {
            events.add(event.get());
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("%s does not end; the last of %s: %s".formatted(uri, events.size(), last));
            }
        }
        return events;
    }

    /// How the stream ended; empty while it is open.
    public Optional<End> end() {
        return end;
    }

    private Optional<Event> poll(Duration patience) {
        try {
            Optional<Event> event = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new AssertionError("%s: nothing came within %s; before: %s".formatted(uri, patience, last));
            }
            event.ifPresentOrElse(some -> last = some.toString(), () -> arrived.add(Optional.empty()));
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
