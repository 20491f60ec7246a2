package tickertape.identity.session;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// How long somebody stays signed in: the settings `identity.session.*`.
@Dependent
@ConfigProperties(prefix = "identity.session")
public class SessionSettings {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    /// How long a session lasts that is not used. The page renews its session while it is open.
    Duration idle = Duration.ofDays(7);

    /// How long a session lasts at most, however often it is renewed.
    Duration limit = Duration.ofDays(30);

    /// How old the key gets that cookies are signed with. Those signed with an older one stay good until they end.
    @ConfigProperty(name = "key-age", defaultValue = "P90D")
    Duration keyAge = Duration.ofDays(90);

    /// These settings, checked; throws `IllegalArgumentException`.
    SessionSettings checked() {
        SettingBounds.check("identity.session.idle", SHORTEST, idle, LONGEST);
        SettingBounds.check("identity.session.limit", idle, limit, LONGEST);
        SettingBounds.check("identity.session.key-age", Duration.ofHours(1), keyAge, Duration.ofDays(3650));
        return this;
    }

    String inWords() {
        return "%s, renewed up to %s".formatted(idle, limit);
    }
}
