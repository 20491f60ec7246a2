package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A task that runs again and again, also after it has failed, until it is closed.
class PeriodicTaskTest {

    static List<Runnable> failures() {
        return List.of(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                () -> {
                    throw new StackOverflowError("on purpose");
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itRunsOnAfterAFailure(Runnable failure) {
        var runs = new AtomicInteger();

        try (var _ = start(() -> {
            if (runs.incrementAndGet() == 3) {
                failure.run();
            }
        })) {
            await().until(() -> runs.get() > 10);
        }
    }

    @Test
    void itEndsWithARunThatWaits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        PeriodicTask waiting = start(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        begun.await();

        waiting.close();

        assertThat(interrupted.getCount()).isZero();
    }

    private static PeriodicTask start(Runnable task) {
        var started = new PeriodicTask(Thread.ofVirtual().factory(), Duration.ofMillis(1), task);
        started.keepRunning();
        return started;
    }
}
