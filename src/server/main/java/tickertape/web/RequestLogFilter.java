package tickertape.web;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Lets what is around the application log only so many failures of requests a minute. Safe for any thread.
///
/// JAX-RS logs a request that it cannot read, with a stack trace, before anything of the application sees it; CDI logs
/// each that ended while its client was being written to.
final class RequestLogFilter implements Filter {

    static final List<String> LOGGERS = List.of(
            "org.jboss.resteasy.resteasy_jaxrs.i18n",
            "org.jboss.weld.Context",
            "org.jboss.weld.Conversation",
            "org.jboss.weld.Servlet");

    // The log manager would forget a logger, and its filter with it, that nobody refers to.
    private final List<Logger> loggers = LOGGERS.stream().map(Logger::getLogger).toList();
    private final FailureLog failures;

    /// @param nanoTime a monotonic clock
    RequestLogFilter(LongSupplier nanoTime) {
        failures = new FailureLog(System.getLogger(RequestLogFilter.class.getName()), nanoTime);
    }

    void install() {
        loggers.forEach(logger -> logger.setFilter(this));
    }

    void remove() {
        loggers.forEach(logger -> logger.setFilter(null));
    }

    @Override
    public boolean isLoggable(LogRecord message) {
        return message.getLevel().intValue() < Level.WARNING.intValue() || failures.isInFull();
    }
}
