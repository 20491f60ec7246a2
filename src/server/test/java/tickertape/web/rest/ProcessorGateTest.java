package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tickertape.web.ProblemException;

/// Only so many compute at once, and each gets its turn.
class ProcessorGateTest {

    private final ProcessorGate gate = new ProcessorGate(2, 100, 2);

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

    /// Who had to wait instead would say that it was interrupted.
    @Test
    void whoFindsNoPlaceToWaitIsRefusedAtOnceAndToldWhenToComeAgain() {
        var narrow = new ProcessorGate(1, 1, 2);

        boolean refused = narrow.compute(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> narrow.compute(() -> "second"))
                    .hasMessage("the server is handling too many requests")
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .satisfies(problem -> {
                        assertThat(problem.getResponse().getStatus()).isEqualTo(503);
                        assertThat(problem.getResponse().getHeaderString("Retry-After"))
                                .isEqualTo("2");
                    });
            return Thread.interrupted();
        });

        assertThat(refused).isTrue();
        assertThat(narrow.compute(() -> "a place is free again")).isNotEmpty();
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
