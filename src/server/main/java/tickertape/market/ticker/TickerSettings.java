package tickertape.market.ticker;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.start.SettingBounds;

/// How often the market ticks: the settings `ticker.*`.
@Dependent
@ConfigProperties(prefix = "ticker")
public class TickerSettings {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// From one tick to the next; from 50 ms to a minute.
    Duration interval = Duration.ofMillis(250);

    /// How long ticks may stay away before something must be wrong: twenty intervals, but not less than `least`.
    public Duration patience(Duration least) {
        Duration twenty = interval().multipliedBy(20);
        return twenty.compareTo(least) > 0 ? twenty : least;
    }

    /// The checked interval; throws `IllegalArgumentException` when it is too short or too long.
    public Duration interval() {
        return SettingBounds.check("ticker.interval", SHORTEST, interval, LONGEST);
    }
}
