package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// A listener gets each tick in order; what is wrong with it concerns neither the tick nor the other listeners.
class TickListenersTest {

    private final FakeTime time = new FakeTime();
    private final LogRecords log = new LogRecords(ListenerThread.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Tick> heard = new ConcurrentLinkedQueue<>();
    private final FakeListener good = new FakeListener("good", heard::add);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        log.close();
    }

    @Test
    void listenerGetsEveryTickInOrder() {
        TickListeners listeners = start(good);

        deliverOneByOne(listeners, 100);

        assertThat(heard)
                .extracting(tick -> tick.trades().getFirst().price().intValue())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(good.missed).isEmpty();
        assertThat(thread(listeners, "good").delivered()).isEqualTo(100);
    }

    @Test
    void listenerOfAFeatureThatIsOffHasNoThread() {
        var listeners = new TickListeners(List.of(TickListener.NONE, good, TickListener.NONE), time::nanoTime);

        assertThat(listeners.threads()).extracting(ListenerThread::name).containsExactly("good");
    }

    @Test
    void slowListenerIsToldWhatItMissedAndGetsTheNewest() {
        Semaphore work = new Semaphore(0);
        Queue<Integer> prices = new ConcurrentLinkedQueue<>();
        FakeListener slow = new FakeListener("slow", tick -> {
            work.acquire();
            prices.add(tick.trades().getFirst().price().intValue());
        });
        TickListeners listeners = start(slow);
        listeners.deliver(tick(1));
        eventually(() -> thread(listeners, "slow").depth() == 0);

        IntStream.rangeClosed(2, 10).forEach(price -> listeners.deliver(tick(price)));
        work.release(10);
        eventually(() -> prices.size() == 3);

        assertThat(prices).containsExactly(1, 9, 10);
        assertThat(slow.missed).containsExactly(7L);
        assertThat(thread(listeners, "slow").missed()).isEqualTo(7);
    }

    @Test
    void blockedListenerStopsNobody() {
        FakeListener blocked = new FakeListener("blocked", tick -> new CountDownLatch(1).await());
        TickListeners listeners = start(blocked, good);

        deliverOneByOne(listeners, 100);

        assertThat(heard).hasSize(100);
        assertThat(blocked.missed).isEmpty();
        assertThat(thread(listeners, "blocked").delivered()).isZero();
        assertThat(thread(listeners, "blocked").missed()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void listenerThatThrowsGetsTheNextTickAndTheOthersGetAll() {
        Queue<Tick> seen = new ConcurrentLinkedQueue<>();
        FakeListener bad = new FakeListener("bad", tick -> {
            seen.add(tick);
            if (seen.size() % 2 == 0) {
                throw new NoClassDefFoundError("of its jar");
            }
            throw new Exception("of its database");
        });
        TickListeners listeners = start(bad, good);

        IntStream.rangeClosed(1, 10).forEach(price -> {
            listeners.deliver(tick(price));
            eventually(() -> heard.size() == price && seen.size() == price);
        });

        eventually(() -> thread(listeners, "bad").failed() == 10);
        assertThat(thread(listeners, "bad").delivered()).isZero();
        assertThat(thread(listeners, "good").failed()).isZero();
    }

    @Test
    void failuresAreLoggedAtOnceAndThenOnceAMinuteWithTheLatest() {
        FakeListener bad = new FakeListener("bad", tick -> {
            throw new IllegalStateException("at " + tick.trades().getFirst().price());
        });
        TickListeners listeners = start(bad);

        for (int price = 1; price <= 301; price++) {
            int failures = price;
            listeners.deliver(tick(price));
            eventually(() -> thread(listeners, "bad").failed() == failures);
            time.pass(Duration.ofMillis(250));
        }

        assertThat(log.lines())
                .containsExactly(
                        "Tick listener bad: 0 ticks missed because 2 were waiting, 1 ticks failed",
                        "Tick listener bad: 0 ticks missed because 2 were waiting, 240 ticks failed");
        assertThat(log.failures()).extracting(Throwable::getMessage).containsExactly("at 1", "at 241");
    }

    @Test
    void stopEndsAllThreadsBlockedOrNot() {
        FakeListener blocked = new FakeListener("blocked", tick -> new CountDownLatch(1).await());
        TickListeners listeners = start(blocked, good);
        deliverOneByOne(listeners, 1);
        eventually(() -> thread(listeners, "blocked").depth() == 0);

        listeners.close();

        // Waits for all threads.
        threads.close();
        assertThat(thread(listeners, "blocked").failed())
                .as("an interrupt at the end is no failure")
                .isZero();
        assertThat(blocked.ended).isFalse();
        assertThat(good.ended).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatWaitsIsTakenBeforeTheEnd() {
        CountDownLatch busy = new CountDownLatch(1);
        FakeListener slow = new FakeListener("slow", tick -> {
            busy.await();
            heard.add(tick);
        });
        TickListeners listeners = start(slow);
        listeners.deliver(tick(1));
        eventually(() -> thread(listeners, "slow").depth() == 0);
        listeners.deliver(tick(2));
        listeners.deliver(tick(3));

        busy.countDown();
        listeners.close();

        assertThat(heard).hasSize(3);
        assertThat(slow.ended).isTrue();
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TickListeners(List.of(good, new FakeListener("good", _ -> {})), time::nanoTime))
                .withMessage("two tick listeners are named good");
    }

    @Test
    void metricsAreByListener() {
        TickListeners listeners = start(good);
        deliverOneByOne(listeners, 3);
        eventually(() -> thread(listeners, "good").delivered() == 3);

        var metrics = new MarketMetrics(listeners).collect();

        assertThat(metrics.stream()
                        .filter(metric -> metric.getMetadata().getName().startsWith("tickertape_tick_listener"))
                        .flatMap(metric -> metric.getDataPoints().stream())
                        .map(point -> point.getLabels().toString()))
                .containsExactlyInAnyOrder(
                        "{listener=\"good\",outcome=\"delivered\"}",
                        "{listener=\"good\",outcome=\"failed\"}",
                        "{listener=\"good\",outcome=\"missed\"}",
                        "{listener=\"good\"}");
    }

    private TickListeners start(TickListener... all) {
        TickListeners listeners = new TickListeners(List.of(all), time::nanoTime);
        listeners.start(threads);
        return listeners;
    }

    /// Delivers ticks, each when the good listener has taken the one before.
    private void deliverOneByOne(TickListeners listeners, int ticks) {
        for (int price = 1; price <= ticks; price++) {
            int taken = price;
            listeners.deliver(tick(price));
            eventually(() -> heard.size() == taken);
        }
    }

    private static void eventually(Callable<Boolean> condition) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(condition);
    }

    private static ListenerThread thread(TickListeners listeners, String name) {
        return listeners.threads().stream()
                .filter(thread -> thread.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static Tick tick(int price) {
        return new Tick(Instant.EPOCH, null, List.of(trade("ACME", Integer.toString(price), "1")), List.of());
    }
}
