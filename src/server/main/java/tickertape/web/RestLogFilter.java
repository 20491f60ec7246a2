package tickertape.web;

import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Lets the JAX-RS implementation log only so many failures of requests a minute. Safe for any thread.
///
/// It logs what it cannot read, with a stack trace each, before anything of the application sees the request.
final class RestLogFilter implements Filter {

    /// The logger of all its messages about requests.
    static final String LOGGER = "org.jboss.resteasy.resteasy_jaxrs.i18n";

    // The log manager would forget a logger, and its filter with it, that nobody refers to.
    private final Logger logger = Logger.getLogger(LOGGER);
    private final FailureLog failures;

    /// @param nanoTime a monotonic clock
    RestLogFilter(LongSupplier nanoTime) {
        failures = new FailureLog(System.getLogger(RestLogFilter.class.getName()), nanoTime);
    }

    void install() {
        logger.setFilter(this);
    }

    void remove() {
        logger.setFilter(null);
    }

    @Override
    public boolean isLoggable(LogRecord message) {
        return message.getLevel().intValue() < Level.WARNING.intValue() || failures.isInFull();
    }
}
