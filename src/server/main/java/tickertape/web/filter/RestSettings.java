package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Settings of requests that are not streams: `rest.…`.
@Dependent
@ConfigProperties(prefix = "rest")
public class RestSettings {

    /// How many requests the server handles at once; it answers more with 503. Keep it well below the number of
    /// threads (`coreThreads` in server.xml): a client that does not read blocks one, and the market needs one.
    public int requests = 100;

    /// How many bytes the body of a write may have; a longer one is answered with 413.
    @ConfigProperty(name = "body-limit")
    public int bodyLimit = 65_536;

    /// How many writes one address may make in a minute; more are answered with 429.
    @ConfigProperty(name = "writes-per-minute")
    public int writesPerMinute = 300;

    /// These settings, checked.
    public RestSettings checked() {
        check("requests", requests);
        check("body-limit", bodyLimit);
        check("writes-per-minute", writesPerMinute);
        return this;
    }

    private static void check(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("rest.%s must be at least 1, not %d".formatted(name, value));
        }
    }
}
