package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Settings of requests that are not streams: `rest.…`.
@Dependent
@ConfigProperties(prefix = "rest")
public class RestSettings {

    /// How many may be under way at once, more are answered 503: fewer than the server has threads (`coreThreads` in
    /// server.xml), for each may hold one while its client does not read, and the market ticks on one of them too.
    public int requests = 100;

    int checked() {
        if (requests < 1) {
            throw new IllegalArgumentException("rest.requests must be at least 1, not " + requests);
        }
        return requests;
    }
}
