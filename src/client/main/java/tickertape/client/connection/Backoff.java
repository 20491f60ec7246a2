package tickertape.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to stay away after each failure: exponential backoff with full jitter (Brooker, "Exponential Backoff And
/// Jitter", 2015), on top of what the server asks for. One thread at a time.
public final class Backoff {

    // Whoever asks for more has made a mistake.
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

    /// The server has let us in.
    public void succeeded() {
        failures = 0;
    }

    /// How long to stay away now.
    ///
    /// @param stood whether the server had let us in
    /// @param asked null where the server has not said
    public Duration after(OfflineReason reason, boolean stood, @Nullable Duration asked) {
        return switch (reason) {
            case CUT, SILENT, GOODBYE -> stood ? afterEnd(asked) : afterFailure(asked);
            case UNREACHABLE, UNAVAILABLE, NO_STREAM, LIMIT -> afterFailure(asked);
            case REJECTED -> afterRefusal(asked);
        };
    }

    /// A connection that stood has ended: there is nothing to back off from but what the server asks for.
    ///
    /// @param asked null or nothing where the server does not mind; no more than a day counts
    Duration afterEnd(@Nullable Duration asked) {
        Duration wait = bounded(asked);
        return wait.isZero() ? afterFailure(null) : wait;
    }

    /// One more attempt has failed.
    ///
    /// @param asked null where the server has not said
    Duration afterFailure(@Nullable Duration asked) {
        Duration most = failures < MOST_DOUBLINGS ? first.multipliedBy(1L << failures) : cap;
        failures++;
        long millis = (most.compareTo(cap) < 0 ? most : cap).toMillis();
        return bounded(asked).plusMillis(random.nextLong(millis + 1));
    }

    /// What was asked for has been refused, and would be at once again: the slowest pace, from half the cap to the cap.
    ///
    /// @param asked null where the server has not said
    Duration afterRefusal(@Nullable Duration asked) {
        long half = cap.toMillis() / 2;
        return bounded(asked).plusMillis(half + random.nextLong(half + 1));
    }

    private static Duration bounded(@Nullable Duration asked) {
        if (asked == null || asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST_ASKED) < 0 ? asked : MOST_ASKED;
    }
}
