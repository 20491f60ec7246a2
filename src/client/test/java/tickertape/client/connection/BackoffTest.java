package tickertape.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How long a client waits before the next attempt.
class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(30);

    /// Draws the highest number allowed, and notes the bound.
    private static final class Highest implements RandomGenerator {
        final List<Long> bounds = new ArrayList<>();

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("unbounded");
        }

        @Override
        public long nextLong(long bound) {
            bounds.add(bound);
            return bound - 1;
        }
    }

    @Test
    void longestWaitDoublesUpToTheCap() {
        var backoff = new Backoff(FIRST, CAP, new Highest());

        var waits = Stream.generate(() -> backoff.afterFailure(null))
                .limit(100)
                .map(Duration::toSeconds)
                .toList();

        assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 30L, 30L).endsWith(30L);
    }

    @Test
    void jitterIsFull() {
        var random = new Random(1);
        var waits = Stream.generate(() -> new Backoff(FIRST, CAP, random).afterFailure(null))
                .limit(1000)
                .map(Duration::toMillis)
                .toList();

        assertThat(waits).allMatch(wait -> wait >= 0 && wait <= 1000);
        assertThat(waits).anyMatch(wait -> wait < 20).anyMatch(wait -> wait > 980);
    }

    @Test
    void waitThatTheServerAsksForComesOnTop() {
        var backoff = new Backoff(FIRST, CAP, new Highest());

        assertThat(backoff.afterFailure(Duration.ofMinutes(5)))
                .as("longer than the cap")
                .isEqualTo(Duration.ofMinutes(5).plus(FIRST));
        assertThat(backoff.afterEnd(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whoIsRefusedForWantOfRoomComesBackEachTimeWhenItIsAskedTo() {
        var backoff = new Backoff(FIRST, CAP, new Highest());

        for (int i = 0; i < 10; i++) {
            assertThat(backoff.after(OfflineReason.LIMIT, false, Duration.ofMillis(2300)))
                    .as("refused %d times before", i)
                    .isEqualTo(Duration.ofMillis(2300));
        }
    }

    @Test
    void rejectedRequestIsRepeatedAtTheSlowestPaceFromTheStart() {
        var random = new Random(1);

        var waits = Stream.generate(() -> new Backoff(FIRST, CAP, random).afterRejection(null))
                .limit(1000)
                .map(Duration::toMillis)
                .toList();

        assertThat(waits).allMatch(wait -> wait >= 15_000 && wait <= 30_000);
        assertThat(waits).anyMatch(wait -> wait < 15_300).anyMatch(wait -> wait > 29_700);
        assertThat(new Backoff(FIRST, CAP, new Highest()).afterRejection(Duration.ofMinutes(5)))
                .isEqualTo(Duration.ofMinutes(5).plus(CAP));
    }

    @Test
    void absurdWaitsOfAServerAreBounded() {
        var backoff = new Backoff(FIRST, CAP, new Highest());

        assertThat(backoff.afterEnd(Duration.ofMillis(Long.MAX_VALUE))).isEqualTo(Duration.ofDays(1));
        assertThat(backoff.afterEnd(Duration.ofMillis(-1))).isEqualTo(FIRST);
    }

    @Test
    void endWithoutARetryTimeDoesNotLeadToAnImmediateRetry() {
        var random = new Highest();
        var backoff = new Backoff(FIRST, CAP, random);

        backoff.afterEnd(null);
        backoff.afterEnd(Duration.ZERO);

        assertThat(random.bounds).containsExactly(1001L, 2001L);
    }

    @Test
    void successBeginsAnew() {
        var backoff = new Backoff(FIRST, CAP, new Highest());
        backoff.afterFailure(null);
        backoff.afterFailure(null);

        backoff.succeeded();

        assertThat(backoff.afterFailure(null)).isEqualTo(FIRST);
    }
}
