package tickertape.market.ticker;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// How often the market ticks: the settings `ticker.*`.
@Dependent
@ConfigProperties(prefix = "ticker")
public class TickerSettings {

    private static final Duration SHORTEST = Duration.ofMillis(50);

    /// From one tick to the next; at least 50 ms.
    Duration interval = Duration.ofMillis(250);

    /// How long ticks may stay away before something must be wrong: twenty intervals, but not less than `least`.
    public Duration patience(Duration least) {
        Duration twenty = interval().multipliedBy(20);
        return twenty.compareTo(least) > 0 ? twenty : least;
    }

    /// The checked interval; throws `IllegalArgumentException` when it is too short.
    public Duration interval() {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("ticker.interval %s is shorter than %s".formatted(interval, SHORTEST));
        }
        return interval;
    }
}
