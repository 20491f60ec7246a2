package tickertape.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How many requests are handled at once, wait, and are refused.
class BulkheadTest {

    private final Semaphore processors = new Semaphore(2);

    @Test
    void requestBeyondTheLimitIsRefusedUntilOneHasEnded() {
        var bulkhead = new Bulkhead(1, 1, processors);

        assertThat(List.of(enter(bulkhead), enter(bulkhead), enter(bulkhead))).containsExactly(true, true, false);
        bulkhead.execute(() -> {});
        assertThat(enter(bulkhead)).isTrue();
    }

    @Test
    void requestThatWaitsIsHandledByTheThreadThatEndsAnother() {
        var bulkhead = new Bulkhead(1, 1, processors);
        var order = new ArrayList<String>();
        assertThat(List.of(enter(bulkhead), enter(bulkhead))).containsExactly(true, true);

        bulkhead.execute(() -> {
            // On the same thread, while the only place is taken.
            bulkhead.execute(() -> order.add("second"));
            order.add("first");
        });

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void requestThatFailsGivesItsPlaceBack() {
        var bulkhead = new Bulkhead(1, 0, processors);
        assertThat(enter(bulkhead)).isTrue();

        try {
            bulkhead.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }

        assertThat(enter(bulkhead)).isTrue();
        assertThat(processors.availablePermits()).isEqualTo(2);
    }

    @Test
    void requestDoesNotWaitForLongForThoseWhoHaveTheProcessors() {
        var bulkhead = new Bulkhead(1, 0, new Semaphore(0));
        var handled = new AtomicInteger();
        assertThat(enter(bulkhead)).isTrue();

        bulkhead.execute(handled::incrementAndGet);

        assertThat(handled).hasValue(1);
    }

    @Test
    void neverAreMoreHandledAtOnceThanAllowed() throws InterruptedException {
        var bulkhead = new Bulkhead(2, 1000, processors);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(400);

        for (int i = 0; i < 400; i++) {
            assertThat(enter(bulkhead)).isTrue();
            Thread.ofVirtual()
                    .start(() -> bulkhead.execute(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        now.decrementAndGet();
                        done.countDown();
                    }));
        }

        done.await();
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    private static boolean enter(Bulkhead bulkhead) {
        return bulkhead.admit("a connection").isPresent();
    }
}
