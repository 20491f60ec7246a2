package tickertape.alerts.webhook;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// How services are told what has fired: the settings `alerts.webhooks.*`.
@Dependent
@ConfigProperties(prefix = "alerts.webhooks")
@SuppressWarnings("NullAway.Init")
public class WebhookSettings {

    private static final int MOST = 1_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Whether alerts may have webhooks, and those are called.
    boolean enabled = true;

    /// What webhooks may call that is not public: addresses, ranges such as `10.0.0.0/8`, and names such as
    /// `bot.internal`, which may lead anywhere. A host that is listed itself needs no TLS, and may have any port.
    Optional<List<String>> allow;

    /// How long a receiver may take to take the connection, from 0.1 s to 30 s.
    @ConfigProperty(name = "connect-timeout", defaultValue = "PT5S")
    Duration connectTimeout = Duration.ofSeconds(5);

    /// How long all of a request may take, from 1 s to a minute.
    Duration timeout = Duration.ofSeconds(15);

    /// For how long it is tried again, from a second to a week.
    @ConfigProperty(name = "retry-for", defaultValue = "PT24H")
    Duration retryFor = Duration.ofHours(24);

    /// How many requests are under way at once, from 1 to 1,000; each takes a thread.
    @ConfigProperty(name = "at-once", defaultValue = "64")
    int atOnce = 64;

    /// How many of them are of one user.
    @ConfigProperty(name = "per-user", defaultValue = "4")
    int perUser = 4;

    /// How many of them go to one host.
    @ConfigProperty(name = "per-host", defaultValue = "8")
    int perHost = 8;

    /// How many firings of a user may wait to be sent, from 1 to 100,000; of more, the oldest are given up.
    int waiting = 1_000;

    /// How many firings of a user are kept that could not be sent, from 1 to 1,000.
    @ConfigProperty(name = "dead-letters", defaultValue = "100")
    int deadLetters = 100;

    /// How long those are kept, from a minute to a year.
    Duration keep = Duration.ofDays(30);

    /// Throws `IllegalArgumentException`.
    AddressPolicy policy() {
        return AddressPolicy.allowing(allow.orElse(List.of()));
    }

    /// The checked numbers; throws `IllegalArgumentException`.
    ///
    /// @param delay how late some see prices
    WebhookLimits limits(Duration delay) {
        return new WebhookLimits(
                enabled,
                between("connect-timeout", Duration.ofMillis(100), connectTimeout, Duration.ofSeconds(30)),
                between("timeout", SECOND, timeout, Duration.ofMinutes(1)),
                between("retry-for", SECOND, retryFor, Duration.ofDays(7)),
                delay,
                between("at-once", 1, atOnce, MOST),
                between("per-user", 1, perUser, MOST),
                between("per-host", 1, perHost, MOST),
                between("waiting", 1, waiting, 100_000),
                between("dead-letters", 1, deadLetters, MOST),
                between("keep", Duration.ofMinutes(1), keep, Duration.ofDays(365)));
    }

    private static <T extends Comparable<T>> T between(String name, T least, T value, T most) {
        return SettingBounds.check("alerts.webhooks." + name, least, value, most);
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return enabled ? "tried for %s, %s at once, allowed: %s".formatted(retryFor, atOnce, policy()) : "off";
    }
}
