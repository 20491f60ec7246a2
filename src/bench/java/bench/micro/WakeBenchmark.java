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
import java.util.stream.IntStream;
import org.jboss.resteasy.plugins.providers.sse.OutboundSseEventImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.Throttle;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.tape.wire.SseWriter;

/// From the bell until 10,000 subscribers have written a tick of ten quotes, to nowhere.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class WakeBenchmark {

    private static final int SUBSCRIBERS = 10_000;
    private static final Duration HEARTBEAT = Duration.ofMinutes(10);

    private final OutboundSseEvent news =
            new OutboundSseEventImpl.BuilderImpl().data("news").build();
    private final Fixture fixture = new Fixture();
    private final List<SseEventSink> bells = new CopyOnWriteArrayList<>();
    private final DeliveryPolicy terms = new DeliveryPolicy(
            "1",
            List.of(Fixture.QUOTES.info()),
            HEARTBEAT,
            Duration.ofSeconds(3),
            Duration.ZERO,
            Clock.systemUTC(),
            System::nanoTime,
            new SplittableRandom(1));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Dispatcher rounds = new Dispatcher(threads, bells::add, System::nanoTime, new StreamCounters());
    private final List<Subscriber> subscribers =
            IntStream.range(0, SUBSCRIBERS).mapToObj(_ -> subscriber()).toList();
    private volatile CountDownLatch written = new CountDownLatch(SUBSCRIBERS);

    @Setup
    public void welcome() throws InterruptedException {
        rounds.open();
        subscribers.forEach(rounds::welcome);
        // A greeting is one write too.
        written.await();
    }

    @Benchmark
    public void wake() throws InterruptedException {
        written = new CountDownLatch(SUBSCRIBERS);
        fixture.tape.append(fixture.drafts());
        ring();
        written.await();
    }

    @TearDown
    public void leave() {
        subscribers.forEach(subscriber -> subscriber.end(GoodbyeReason.SHUTDOWN));
        rounds.close();
        ring();
        threads.close();
    }

    private void ring() {
        bells.forEach(bell -> bell.send(news).toCompletableFuture().isDone());
    }

    private Subscriber subscriber() {
        var cursor = fixture.reader(Fixture.ALL, fixture.tape.end());
        return new Subscriber(cursor, new SseWriter(new Counted(), fixture.jsonb), terms, new Throttle(0), () -> {});
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
