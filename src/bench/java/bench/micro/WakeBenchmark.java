package bench.micro;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.resteasy.plugins.providers.sse.OutboundSseEventImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tickertape.tape.Cursor;
import tickertape.tape.Draft;
import tickertape.tape.delivery.Access;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.Throttle;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.tape.sse.SseWriter;
import tickertape.tape.sse.StreamCoding;

/// From the append of a tick of ten quotes until it is written to 10,000 subscribers, to nowhere.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class WakeBenchmark {

    private static final int SUBSCRIBERS = 10_000;
    private static final Duration HEARTBEAT = Duration.ofMinutes(10);

    @Param
    public Audience audience = Audience.QUOTES;

    private final OutboundSseEvent wakeup =
            new OutboundSseEventImpl.BuilderImpl().data("wakeup").build();
    private final Fixture fixture = new Fixture();
    private final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();
    private final DeliveryPolicy policy = new DeliveryPolicy(
            "1",
            List.of(Fixture.QUOTES.info()),
            HEARTBEAT,
            Duration.ofSeconds(3),
            Duration.ZERO,
            Clock.systemUTC(),
            System::nanoTime,
            new SplittableRandom(1));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Dispatcher dispatcher = new Dispatcher(threads, sinks::add, System::nanoTime, new StreamCounters());
    private List<Subscriber> subscribers = List.of();
    private List<Draft> tick = List.of();
    private volatile CountDownLatch written = new CountDownLatch(SUBSCRIBERS);

    @Setup
    public void greet() throws InterruptedException {
        tick = audience.tick(fixture, SUBSCRIBERS);
        subscribers = audience.readers(fixture, SUBSCRIBERS).stream()
                .map(this::subscriber)
                .toList();
        dispatcher.open();
        subscribers.forEach(dispatcher::greet);
        // A greeting is one write too.
        written.await();
    }

    @Benchmark
    public void wake() throws InterruptedException {
        written = new CountDownLatch(SUBSCRIBERS);
        fixture.tape.append(tick);
        wakeAll();
        written.await();
    }

    @TearDown
    public void leave() {
        subscribers.forEach(subscriber -> subscriber.end(GoodbyeReason.SHUTDOWN));
        dispatcher.close();
        wakeAll();
        threads.close();
    }

    private void wakeAll() {
        sinks.forEach(sink -> sink.send(wakeup).toCompletableFuture().isDone());
    }

    private Subscriber subscriber(Cursor cursor) {
        return new Subscriber(
                cursor,
                new SseWriter(new Counted(), StreamCoding.IDENTITY, fixture.jsonb),
                policy,
                new Throttle(0),
                Access.PUBLIC,
                () -> {});
    }

    /// Takes what is written, and counts how often that happens.
    private final class Counted extends OutputStream {

        @Override
        public void write(int b) {
            written.countDown();
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            written.countDown();
        }
    }
}
