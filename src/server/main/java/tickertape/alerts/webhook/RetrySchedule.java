package tickertape.alerts.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before something is sent again: from five seconds, twice as long each time, up to two hours, and a
/// quarter more or less by chance.
record RetrySchedule(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int DOUBLINGS = 12;
    private static final double LEAST = 0.75;
    private static final double MOST = 1.25;

    /// @param attempts how often it was sent
    Duration after(int attempts) {
        long wait = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(DOUBLINGS, attempts - 1));
        return Duration.ofMillis((long) (wait * random.nextDouble(LEAST, MOST)));
    }
}
