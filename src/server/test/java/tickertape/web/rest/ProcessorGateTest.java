package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Only so many compute at once, and each gets its turn.
class ProcessorGateTest {

    private final ProcessorGate gate = new ProcessorGate(2);

    @Test
    void noMoreThanTwoComputeAtOnceAndAllGetTheirTurn() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var bothIn = new CountDownLatch(2);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int number = i;
                results.add(requests.submit(() -> gate.compute(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    bothIn.countDown();
                    await(bothIn);
                    now.decrementAndGet();
                    return number;
                })));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(results.get(i).get()).isEqualTo(i);
            }
        }

        assertThat(most).hasValue(2);
    }

    @Test
    void whoFailsGivesItsTurnBack() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> gate.compute(() -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }

        assertThat(gate.compute(() -> "yes")).isEqualTo("yes");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
