package tickertape.identity;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// How late prices are for who may not see them at once: the settings `quotes.*`.
@Dependent
@ConfigProperties(prefix = "quotes")
public class DelaySettings {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_MEGABYTES = 65_536;

    /// How late everything comes to callers without the right `realtime`, such as PT15M: from a second to an hour;
    /// PT0S means that everybody sees everything at once.
    Duration delay = Duration.ZERO;

    /// How many megabytes of messages may wait for that, about; when more come, changes are merged, and trades are lost
    /// to who sees them late.
    @ConfigProperty(name = "delay-memory", defaultValue = "256")
    int delayMemory = 256;

    /// How late; zero if not at all. Throws `IllegalArgumentException`.
    Duration delay() {
        return delay.isZero() ? delay : SettingBounds.check("quotes.delay", SHORTEST, delay, LONGEST);
    }

    /// In bytes; throws `IllegalArgumentException`.
    public long memory() {
        return SettingBounds.check("quotes.delay-memory", 1, delayMemory, MOST_MEGABYTES) * 1024L * 1024;
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return delay().isZero()
                ? "at once for everybody"
                : "%s late without the right '%s', %s MB for what waits".formatted(delay, Rights.REALTIME, delayMemory);
    }
}
