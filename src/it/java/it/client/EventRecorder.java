package it.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tickertape.client.Report;
import tickertape.client.Tickertape;

/// Records what the callbacks of a stream get, in order, for a test to take.
final class EventRecorder {

    /// The longest wait of its clients, on top of what a server asks for.
    static final Duration CAP = Duration.ofMillis(200);

    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    /// A client that reconnects soon and records quotes, trades and reports.
    Tickertape tape(URI server) {
        return Tickertape.at(server)
                .backoff(Duration.ofMillis(20), CAP)
                .patience(Duration.ofSeconds(30))
                .onQuote(queue::add)
                .onTrade(queue::add)
                .onReport(queue::add);
    }

    void add(Object event) {
        queue.add(event);
    }

    /// The next one of this type; skips what comes before it.
    <T> T next(Class<T> kind) {
        for (Object next = next(); ; next = next()) {
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
    }

    Object next() {
        try {
            Object next = queue.poll(1, TimeUnit.MINUTES);
            if (next == null) {
                throw new AssertionError("nothing came for a minute");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    List<Object> next(int count) {
        var list = new ArrayList<>();
        while (list.size() < count) {
            list.add(next());
        }
        return list;
    }

    Report.Connected connected() {
        return next(Report.Connected.class);
    }

    Report.Offline offline() {
        return next(Report.Offline.class);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
