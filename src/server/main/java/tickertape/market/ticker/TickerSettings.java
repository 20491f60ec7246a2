package tickertape.market.ticker;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// How fast the market beats: the settings `ticker.*`.
@Dependent
@ConfigProperties(prefix = "ticker")
public class TickerSettings {

    private static final Duration SHORTEST = Duration.ofMillis(50);

    /// From one tick to the next; at least 50 ms.
    Duration interval = Duration.ofMillis(250);

    /// How long no tick may come before something must be wrong.
    ///
    /// @param least at least so long, however fast the market beats
    public Duration patience(Duration least) {
        Duration some = interval().multipliedBy(20);
        return some.compareTo(least) > 0 ? some : least;
    }

    /// The checked interval; throws `IllegalArgumentException` when it is too short.
    public Duration interval() {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("ticker.interval %s is shorter than %s".formatted(interval, SHORTEST));
        }
        return interval;
    }
}
