package tickertape.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The wait before the next attempt: exponential backoff with full jitter (Brooker, "Exponential Backoff And Jitter",
/// 2015), on top of what the server asks for. One thread at a time.
public final class Backoff {

    // A server that asks for more has made a mistake.
    private static final Duration MOST_ASKED = Duration.ofDays(1);
    // 2^30 times the first is far beyond any cap.
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration cap;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Duration first, Duration cap, RandomGenerator random) {
        this.first = first;
        this.cap = cap;
        this.random = random;
    }

    /// The server has accepted a connection.
    public void succeeded() {
        failures = 0;
    }

    /// The wait after a connection has ended or failed.
    ///
    /// @param accepted whether the server had accepted it
    /// @param retryAfter null if the server has not said
    public Duration after(OfflineReason reason, boolean accepted, @Nullable Duration retryAfter) {
        return switch (reason) {
            case CUT, SILENT, GOODBYE -> accepted ? afterEnd(retryAfter) : afterFailure(retryAfter);
            // The server asks for more when more clients wait. Whoever stayed away longer would never get a place.
            case LIMIT -> afterEnd(retryAfter);
            case UNREACHABLE, UNAVAILABLE, NO_STREAM, PIECE_MISSING -> afterFailure(retryAfter);
            case REJECTED -> afterRejection(retryAfter);
        };
    }

    /// The wait after the end of a connection whose server has said when to come back: only what it asks for.
    ///
    /// @param retryAfter at most a day counts; if null or zero, the wait is that after a failure
    Duration afterEnd(@Nullable Duration retryAfter) {
        Duration wait = bounded(retryAfter);
        return wait.isZero() ? afterFailure(null) : wait;
    }

    /// The wait after one more failed attempt.
    ///
    /// @param retryAfter null if the server has not said
    Duration afterFailure(@Nullable Duration retryAfter) {
        Duration most = failures < MOST_DOUBLINGS ? first.multipliedBy(1L << failures) : cap;
        failures++;
        long millis = (most.compareTo(cap) < 0 ? most : cap).toMillis();
        return bounded(retryAfter).plusMillis(random.nextLong(millis + 1));
    }

    /// The wait after a rejection, which would only repeat itself: from half the cap to the cap.
    ///
    /// @param retryAfter null if the server has not said
    Duration afterRejection(@Nullable Duration retryAfter) {
        long half = cap.toMillis() / 2;
        return bounded(retryAfter).plusMillis(half + random.nextLong(half + 1));
    }

    private static Duration bounded(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isNegative()) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(MOST_ASKED) < 0 ? retryAfter : MOST_ASKED;
    }
}
