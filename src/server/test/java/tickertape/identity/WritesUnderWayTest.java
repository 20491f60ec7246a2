package tickertape.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tickertape.web.ProblemException;

/// Whoever deletes an account waits for its writes, and lets no other begin.
class WritesUnderWayTest {

    private static final String ANN = "ann";

    private final WritesUnderWay writes = new WritesUnderWay(Duration.ofMinutes(5), System::nanoTime);

    @Test
    void closingWaitsForAllButItsOwnRequest() throws Exception {
        writes.begin(ANN);
        writes.begin(ANN);
        writes.begin("ben");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> closing = threads.submit(() -> writes.close(ANN));
            while (!isClosed()) {
                Thread.onSpinWait();
            }
            assertThat(closing.isDone()).isFalse();

            writes.end(ANN);

            assertThat(closing.get()).isNull();
        }
    }

    @Test
    void nobodyElseIsKept() {
        writes.begin(ANN);
        writes.close(ANN);

        assertThatNoException().isThrownBy(() -> writes.begin("ben"));
    }

    @Test
    void nothingBeginsInAnAccountThatIsClosed() {
        writes.begin(ANN);
        writes.close(ANN);

        assertUnauthorized(() -> writes.begin(ANN));
        assertUnauthorized(() -> writes.close(ANN));
    }

    @Test
    void accountThatStaysGoesOn() {
        writes.begin(ANN);
        writes.close(ANN);
        writes.reopen(ANN);

        assertThatNoException().isThrownBy(() -> writes.begin(ANN));
    }

    @Test
    void requestThatNeverEndsKeepsNobodyForEver() {
        var impatient = new WritesUnderWay(Duration.ofMillis(20), System::nanoTime);
        impatient.begin(ANN);
        impatient.begin(ANN);

        assertThatNoException().isThrownBy(() -> impatient.close(ANN));
    }

    private boolean isClosed() {
        try {
            writes.begin(ANN);
            writes.end(ANN);
            return false;
        } catch (ProblemException _) {
            return true;
        }
    }

    private static void assertUnauthorized(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(401));
    }
}
