package tickertape.tape.delivery;

import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.sse.SseEventSink;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tickertape.tape.Tape;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// A tape, its rounds on real virtual threads, and a broadcaster that rings whoever is registered.
final class Clients implements AutoCloseable {

    final FakeTime time = new FakeTime();
    final Tape tape = Tapes.tape(1000, time);
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final StreamCounters ledger = new StreamCounters();
    final Dispatcher rounds = new Dispatcher(threads, this::register, time::nanoTime, ledger);

    private final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private int value;

    Clients() {
        rounds.open();
    }

    private void register(SseEventSink sink) {
        sinks.add(sink);
    }

    /// How many threads sleep until there is news.
    long sleepers() {
        return sinks.stream().filter(sink -> !sink.isClosed()).count();
    }

    Recording welcome() {
        var out = new Recording();
        welcome(out);
        return out;
    }

    Subscriber welcome(OutputStream out) {
        Subscriber subscriber =
                Streams.subscriber(tape, Tapes.both(), Streams.terms(time, Duration.ZERO), 0, out, () -> {});
        subscribers.add(subscriber);
        rounds.welcome(subscriber);
        return subscriber;
    }

    /// So many who read at once, all greeted.
    List<Recording> readers(int count) {
        List<Recording> readers = Stream.generate(this::welcome).limit(count).toList();
        awaitAll(readers, "hello");
        return readers;
    }

    static void awaitAll(List<Recording> readers, String part) {
        await().until(() -> readers.stream().allMatch(reader -> reader.text().contains(part)));
    }

    /// Lets time go by, as the watch counts it, until this holds.
    void relieve(Callable<Boolean> done) {
        await().until(() -> {
            time.pass(Duration.ofMillis(20));
            return done.call();
        });
    }

    /// Publishes a quote, and says how it will look on the wire.
    String publish() {
        value++;
        tape.append(Tapes.batch("qA" + value));
        ring();
        return "data: %d\n".formatted(value);
    }

    void ring() {
        sinks.forEach(sink -> sink.send(Recording.NEWS).toCompletableFuture().isDone());
        sinks.removeIf(SseEventSink::isClosed);
    }

    private boolean ended() {
        threads.shutdown();
        try {
            return threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        subscribers.forEach(subscriber -> subscriber.end(GoodbyeReason.SHUTDOWN));
        rounds.close();
        ring();
        if (!ended()) {
            // A test has failed and left somebody who does not read: it shall be told, not waited for.
            threads.shutdownNow();
        }
    }
}
