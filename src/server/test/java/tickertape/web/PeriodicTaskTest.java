package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A task that runs again and again, also after it has failed, until it is closed.
class PeriodicTaskTest {

    private final AtomicInteger runs = new AtomicInteger();

    @AutoClose
    private final PeriodicTask task =
            new PeriodicTask(Thread.ofVirtual().factory(), Duration.ofMillis(1), this::failAtTheThird);

    private void failAtTheThird() {
        if (runs.incrementAndGet() == 3) {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void itRunsAgainAndAgainAndIsStartedAgainAfterAFailure() {
        task.keepRunning();
        await().until(() -> runs.get() == 3);

        await().until(() -> {
            task.keepRunning();
            return runs.get() > 10;
        });
    }

    @Test
    void itEndsWithARunThatWaits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var waiting = new PeriodicTask(Thread.ofVirtual().factory(), Duration.ofMillis(1), () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.keepRunning();
        begun.await();

        waiting.close();

        assertThat(interrupted.getCount()).isZero();
    }
}
