package tickertape.identity.audit;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// What is kept of what people do with accounts: the settings `identity.audit.*`.
@Dependent
@ConfigProperties(prefix = "identity.audit")
public class AuditSettings {

    /// Whether each entry is also a line of JSON in the log.
    @ConfigProperty(name = "log", defaultValue = "false")
    boolean log = false;

    /// How long entries are kept in the database, from a day to ten years.
    Duration keep = Duration.ofDays(365);

    /// The checked time; throws `IllegalArgumentException`.
    Duration keep() {
        return SettingBounds.check("identity.audit.keep", Duration.ofDays(1), keep, Duration.ofDays(3650));
    }
}
