package tickertape.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(List.of(bulkhead.enter(), bulkhead.enter(), bulkhead.enter()))
                .containsExactly(true, true, false);
        bulkhead.execute(() -> {});
        assertThat(bulkhead.enter()).isTrue();
    }

    @Test
    void requestThatWaitsIsHandledByTheThreadThatEndsAnother() {
        var bulkhead = new Bulkhead(1, 1, processors);
        var order = new ArrayList<String>();
        assertThat(List.of(bulkhead.enter(), bulkhead.enter())).containsExactly(true, true);

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
        assertThat(bulkhead.enter()).isTrue();

        try {
            bulkhead.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }

        assertThat(bulkhead.enter()).isTrue();
        assertThat(processors.availablePermits()).isEqualTo(2);
    }

    @Test
    void requestThatWaitsBehindOneThatFailsIsHandled() {
        var bulkhead = new Bulkhead(1, 1, processors);
        var handled = new AtomicInteger();
        assertThat(List.of(bulkhead.enter(), bulkhead.enter())).containsExactly(true, true);

        assertThatThrownBy(() -> bulkhead.execute(() -> {
                    bulkhead.execute(handled::incrementAndGet);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(handled).hasValue(1);
    }

    @Test
    void requestDoesNotWaitForLongForThoseWhoHaveTheProcessors() {
        var bulkhead = new Bulkhead(1, 0, new Semaphore(0));
        var handled = new AtomicInteger();
        assertThat(bulkhead.enter()).isTrue();

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
            assertThat(bulkhead.enter()).isTrue();
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
}
