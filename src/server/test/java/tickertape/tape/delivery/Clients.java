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
import tickertape.tape.sse.GoodbyeReason;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;
import tickertape.testing.Tapes;

/// A tape, a dispatcher on real virtual threads, and a broadcaster that wakes whatever is registered.
final class Clients implements AutoCloseable {

    final FakeTime time = new FakeTime();
    final Tape tape = Tapes.tape(1000, time, Tapes.QUOTE, Tapes.TRADE, Tapes.ORDER);
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final StreamCounters counters = new StreamCounters();
    final SubscriberRegistry registry = new SubscriberRegistry();
    final Dispatcher dispatcher = new Dispatcher(threads, this::register, time::nanoTime, counters);

    private final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private int value;

    Clients() {
        dispatcher.open();
    }

    private void register(SseEventSink sink) {
        sinks.add(sink);
    }

    /// How many threads sleep until there is something to write.
    long sleepers() {
        return sinks.stream().filter(sink -> !sink.isClosed()).count();
    }

    Recording greet() {
        var out = new Recording();
        greet(out);
        return out;
    }

    Subscriber greet(OutputStream out) {
        return greet(Streams.subscriber(tape, Tapes.both(), Streams.policy(time, Duration.ZERO), 0, out, () -> {}));
    }

    Subscriber greet(Subscriber subscriber) {
        subscribers.add(subscriber);
        registry.add(subscriber);
        dispatcher.greet(subscriber);
        return subscriber;
    }

    /// So many that read at once, all greeted.
    List<Recording> readers(int count) {
        List<Recording> readers = Stream.generate(this::greet).limit(count).toList();
        awaitAll(readers, "hello");
        return readers;
    }

    static void awaitAll(List<Recording> readers, String part) {
        await().until(() -> readers.stream().allMatch(reader -> reader.text().contains(part)));
    }

    /// Lets time pass, as the stall detector sees it, until this holds.
    void passTime(Callable<Boolean> done) {
        await().until(() -> {
            time.pass(Duration.ofMillis(20));
            return done.call();
        });
    }

    /// Publishes a quote, and says how it will look on the wire.
    String publish() {
        value++;
        tape.append(Tapes.batch("qA" + value));
        wakeAll();
        return "data: %s\n".formatted(value);
    }

    void wakeAll() {
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
        dispatcher.close();
        wakeAll();
        if (!ended()) {
            // A test has failed and left a client that does not read: report it, do not wait for it.
            threads.shutdownNow();
        }
    }
}
