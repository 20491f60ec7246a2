package it.attack;

import it.Connection;
import it.EventStream;
import it.LibertyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What others see of a server: a reader of its stream, and a monitor that asks for its health again and again.
final class Observer implements AutoCloseable {

    private final URI health;
    private final EventStream stream;
    private final ScheduledExecutorService monitor = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong silence = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long asked;
    private volatile boolean waits;

    private Observer(LibertyServer server) {
        health = server.uri("health/live");
        stream = EventStream.open(server.uri("api/stream?topic=quote"));
        stream.next("quote");
        var _ = monitor.scheduleWithFixedDelay(this::ask, 0, 100, TimeUnit.MILLISECONDS);
    }

    static Observer of(LibertyServer server) {
        return new Observer(server);
    }

    /// Reads the stream for so long.
    void watch(Duration time) {
        long start = System.nanoTime();
        long last = start;
        while (last - start < time.toNanos()) {
            stream.next();
            long now = System.nanoTime();
            silence.accumulateAndGet(now - last, Math::max);
            last = now;
        }
    }

    private void ask() {
        asked = System.nanoTime();
        waits = true;
        try (var answer = Connection.get(health)) {
            (answer.status() == 200 ? answers : failures).incrementAndGet();
        } catch (IOException | UncheckedIOException closedUnanswered) {
            failures.incrementAndGet();
        }
        waits = false;
        slowest.accumulateAndGet(System.nanoTime() - asked, Math::max);
    }

    Duration longestSilence() {
        return Duration.ofNanos(silence.get());
    }

    Duration slowestHealth() {
        // An answer that has not come yet counts, too.
        return Duration.ofNanos(Math.max(slowest.get(), waits ? System.nanoTime() - asked : 0));
    }

    /// How often the server was healthy.
    int healthy() {
        return answers.get();
    }

    /// How often it said otherwise, or nothing.
    int unhealthy() {
        return failures.get();
    }

    @Override
    public String toString() {
        return "longest silence %s ms, slowest health %s ms of %s, %s failed"
                .formatted(longestSilence().toMillis(), slowestHealth().toMillis(), healthy(), unhealthy());
    }

    @Override
    public void close() {
        monitor.close();
        stream.close();
    }
}
