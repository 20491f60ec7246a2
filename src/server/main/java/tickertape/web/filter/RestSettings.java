package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// Settings of requests that are not streams: `rest.…`.
@Dependent
@ConfigProperties(prefix = "rest")
public class RestSettings {

    /// Of the 450 threads (`coreThreads` in server.xml), these leave enough for all that must not wait.
    static final int MOST_REQUESTS = 200;

    /// A body is read into memory.
    private static final int LARGEST_BODY = 16 << 20;

    /// How many requests the server handles at once, at most 200; it answers more with 503. Keep it well below the
    /// number of threads (`coreThreads` in server.xml): a client that does not read blocks one.
    public int requests = 100;

    /// How many bytes the body of a write may have; a longer one is answered with 413.
    @ConfigProperty(name = "body-limit")
    public int bodyLimit = 65_536;

    /// How many writes one address may make in a minute; more are answered with 429.
    @ConfigProperty(name = "writes-per-minute")
    public int writesPerMinute = 300;

    /// These settings, checked.
    public RestSettings checked() {
        SettingBounds.check("rest.requests", 1, requests, MOST_REQUESTS);
        SettingBounds.check("rest.body-limit", 1, bodyLimit, LARGEST_BODY);
        SettingBounds.check("rest.writes-per-minute", 1, writesPerMinute, 1_000_000);
        return this;
    }
}
