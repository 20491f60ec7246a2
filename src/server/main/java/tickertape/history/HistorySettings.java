package tickertape.history;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.start.SettingBounds;

/// What is remembered of the market: the settings `history.*`.
@Dependent
@ConfigProperties(prefix = "history")
public class HistorySettings {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /// Whether bars are made of the trades, kept in the database and served.
    boolean enabled = true;

    /// How long bars of a minute are kept, from a day to ten years; hours and days are kept for ever.
    Duration keep = Duration.ofDays(30);

    /// Whether instruments of a simulated market get a made up past, a year of days and five days of minutes, where the
    /// database has no bars of them.
    boolean past = true;

    /// The checked time; throws `IllegalArgumentException`.
    Duration keep() {
        return SettingBounds.check("history.keep", SHORTEST, keep, LONGEST);
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return enabled ? "minutes kept for %s".formatted(keep()) : "off";
    }
}
