package it.soak;

import it.Event;
import it.EventStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How old quotes are when they come to a reader. A thread reads, another one asks.
public final class QuoteDelays implements AutoCloseable {

    private static final double PART = 0.99;

    private final EventStream stream;
    private final List<Double> millis = new ArrayList<>();
    private volatile boolean isClosed;

    /// Begins to read.
    public QuoteDelays(URI server) {
        stream = EventStream.open(server.resolve("api/stream?topic=quote"));
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        while (!isClosed) {
            Event event;
            try {
                event = stream.next();
            } catch (AssertionError cut) {
                if (isClosed) {
                    return;
                }
                throw cut;
            }
            take(event);
        }
    }

    private void take(Event event) {
        if (event.is("quote")) {
            Duration age = Duration.between(Instant.parse(event.json().getString("time")), Instant.now());
            synchronized (this) {
                millis.add(age.toNanos() / 1e6);
            }
        }
    }

    /// The 99th percentile of those since it was asked last.
    public synchronized double p99() {
        List<Double> sorted = millis.stream().sorted().toList();
        millis.clear();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (sorted.size() * PART));
    }

    @Override
    public void close() {
        isClosed = true;
        stream.close();
    }
}
