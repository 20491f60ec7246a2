package tickertape.alerts;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// How much users may wait for: the settings `alerts.*`.
@Dependent
@ConfigProperties(prefix = "alerts")
public class AlertSettings {

    private static final int MOST_ALERTS = 10_000;
    private static final int MOST_KEPT = 1_000;

    /// How many alerts a user may have, from 1 to 10,000.
    @ConfigProperty(name = "per-user", defaultValue = "200")
    int perUser = 200;

    /// How many firings of a user are kept, from 1 to 1,000.
    int kept = 100;

    /// The checked number; throws `IllegalArgumentException`.
    int perUser() {
        return SettingBounds.check("alerts.per-user", 1, perUser, MOST_ALERTS);
    }

    /// The checked number; throws `IllegalArgumentException`.
    int kept() {
        return SettingBounds.check("alerts.kept", 1, kept, MOST_KEPT);
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return "up to %s a user, %s firings kept".formatted(perUser(), kept());
    }
}
