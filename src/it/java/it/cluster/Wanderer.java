package it.cluster;

import it.Connection;
import it.Event;
import it.EventStream;
import it.deploy.DeployedNginx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;

/// A reader behind nginx that comes back with its last id whenever its stream ends or falls silent, and tells a witness
/// what it has seen. It has a virtual thread of its own.
final class Wanderer implements AutoCloseable {

    /// Some heartbeats.
    private static final int SILENCE_MILLIS = 10_000;

    private final String name;
    private final DeployedNginx nginx;
    private final SSLSocketFactory sockets;
    private final Witness witness;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Long> seqs = new HashMap<>();
    private final Thread thread;
    private String lastId = "";
    private long retryMillis = 500;
    private long begin = -1;
    private long count;
    private long sum;
    private volatile long offset = -1;
    private final AtomicInteger visits = new AtomicInteger();

    Wanderer(String name, DeployedNginx nginx, Witness witness) {
        this.name = name;
        this.nginx = nginx;
        this.witness = witness;
        sockets = nginx.trust().getSocketFactory();
        thread = Thread.ofVirtual().name(name).unstarted(this::wander);
    }

    Wanderer begun() {
        thread.start();
        return this;
    }

    private void wander() {
        try {
            do {
                visit();
            } while (!closed.await(retryMillis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit() {
        try (var stream = open()) {
            visits.incrementAndGet();
            while (closed.getCount() > 0) {
                take(stream.next());
            }
        } catch (UncheckedIOException | IllegalStateException | AssertionError ended) {
            // No server was there, it has ended the stream, or it has been silent for too long.
        } catch (IOException refused) {
            // Nginx does not answer.
        }
    }

    private EventStream open() throws IOException {
        URI uri = nginx.uri().resolve(Cluster.STREAM);
        var socket = sockets.createSocket(uri.getHost(), uri.getPort());
        try {
            socket.setSoTimeout(SILENCE_MILLIS);
            String[] headers = lastId.isEmpty() ? new String[0] : new String[] {"Last-Event-ID", lastId};
            return EventStream.over(uri, Connection.over(socket, uri, headers));
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
    }

    private void take(Event event) {
        event.retry().ifPresent(millis -> retryMillis = millis);
        switch (event.name()) {
            case "hello" -> greet(event);
            case "gap" -> witness.accuse("%s lacks something: %s".formatted(name, event));
            case "heartbeat", "goodbye" -> {}
            default -> read(event);
        }
        event.id().ifPresent(id -> lastId = id);
    }

    private void greet(Event hello) {
        String outcome = hello.json().getString("resume");
        if (lastId.isEmpty()) {
            begin = hello.json().getJsonNumber("offset").longValueExact();
        } else if (!outcome.equals("resumed")) {
            witness.accuse("%s comes back with %s: %s".formatted(name, lastId, outcome));
        }
    }

    private void read(Event event) {
        if (event.offset() <= offset) {
            witness.accuse("%s gets what it has: %s".formatted(name, event));
        }
        if (event.is("quote")) {
            long seq = event.json().getJsonNumber("seq").longValueExact();
            Long before = seqs.put(event.symbol(), seq);
            if (before != null && seq <= before) {
                witness.accuse("%s gets seq %s after %s: %s".formatted(name, seq, before, event));
            }
        }
        // Those before are the latest of each key.
        if (event.offset() > begin) {
            witness.see(event);
            count++;
            sum += event.offset();
        }
        offset = event.offset();
    }

    /// How far it has read.
    long offset() {
        return offset;
    }

    /// How often it has come.
    int visits() {
        return visits.get();
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /// Checks that nothing has escaped it; to be called when it has ended.
    void compare() {
        witness.compare(name, begin, offset, count, sum);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
